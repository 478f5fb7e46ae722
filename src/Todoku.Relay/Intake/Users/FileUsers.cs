using Todoku.Relay.Operating;
using Todoku.Smtp.Server.Authentication;

namespace Todoku.Relay.Intake.Users;

/// <summary>Knows the users of a file, and takes up changes of it while the relay runs.</summary>
/// <param name="path">The file.</param>
/// <param name="tell">Is told why a changed file could not be used.</param>
/// <param name="time">The clock.</param>
public sealed class FileUsers(string path, Action<string> tell, TimeProvider time) : ISmtpAuthenticator
{
    private readonly ReloadingFiles<PasswordTable> _users = new([path], () => new PasswordTable(UsersFile.Read(path).Users), tell, time);

    /// <summary>Looks at the file now.</summary>
    public void Look() => _users.Look();

    /// <inheritdoc/>
    public ValueTask<ScramCredential?> FindAsync(string user, CancellationToken cancellationToken) => _users.Current.FindAsync(user, cancellationToken);
}
