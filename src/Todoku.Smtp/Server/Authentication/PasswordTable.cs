using System.Collections.Frozen;

namespace Todoku.Smtp.Server.Authentication;

/// <summary>Users and their stored passwords, held in memory. Names are compared as they are, with case.</summary>
public sealed class PasswordTable(IEnumerable<KeyValuePair<string, ScramCredential>> users) : ISmtpAuthenticator
{
    private readonly FrozenDictionary<string, ScramCredential> _users = users.ToFrozenDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<ScramCredential?> FindAsync(string user, CancellationToken cancellationToken) => ValueTask.FromResult(_users.GetValueOrDefault(user));
}
