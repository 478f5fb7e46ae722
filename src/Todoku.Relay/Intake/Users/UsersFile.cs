using System.Text;
using Todoku.Relay.Operating;
using Todoku.Smtp.Server.Authentication;

namespace Todoku.Relay.Intake.Users;

/// <summary>
/// The file of those who may submit mail: a line <c>NAME:SCRAM-SHA-256$...</c> for each, comments behind <c>#</c>. It holds no password, but what is in it
/// lets a guesser try; its mode is 0600, and it is always replaced as a whole.
/// </summary>
public sealed class UsersFile
{
    /// <summary>The longest name.</summary>
    public const int MaxNameLength = 255;

    private const int MaxSize = 64 << 20;

    private readonly SortedDictionary<string, ScramCredential> _users;

    private UsersFile(SortedDictionary<string, ScramCredential> users) => _users = users;

    /// <summary>One without users.</summary>
    public static UsersFile Empty => new(new SortedDictionary<string, ScramCredential>(StringComparer.Ordinal));

    /// <summary>The users and what their passwords are checked with.</summary>
    public IReadOnlyDictionary<string, ScramCredential> Users => _users;

    /// <summary>Whether a name can stand in the file.</summary>
    public static bool IsName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is > 0 and <= MaxNameLength && name[0] != '#' && !name.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c == ':');
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">A line is wrong; the message names file and line.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static UsersFile Read(string path)
    {
        if (new FileInfo(path).Length > MaxSize) throw new FormatException($"{path}: larger than {MaxSize >> 20} MB");
        var file = Empty;
        foreach (var (index, raw) in File.ReadAllLines(path, Encoding.UTF8).Index())
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || !IsName(line[..colon]) || !ScramCredential.TryParse(line.AsSpan(colon + 1), out var credential))
                throw new FormatException($"{path}:{index + 1}: NAME:SCRAM-SHA-256$... is wanted");
            if (!file._users.TryAdd(line[..colon], credential)) throw new FormatException($"{path}:{index + 1}: {line[..colon]} stands twice");
        }
        return file;
    }

    /// <summary>Adds a user, or gives one another password.</summary>
    public void Set(string name, ScramCredential credential)
    {
        if (!IsName(name)) throw new ArgumentException("no name of a user", nameof(name));
        _users[name] = credential;
    }

    /// <summary>Takes a user out; false when there is none of that name.</summary>
    public bool Remove(string name) => _users.Remove(name);

    /// <summary>Writes the file: whoever reads it meanwhile sees the old one or the new one, also after a loss of power.</summary>
    /// <param name="path">The file.</param>
    /// <param name="owner">Whose a new file is to be: who the relay runs as.</param>
    public void Write(string path, UserAccount? owner = null)
    {
        var text = new StringBuilder("# Users of Todoku's relay. Change it by: todoku relay passwd USER\n");
        foreach (var (name, credential) in _users) text.Append(name).Append(':').Append(credential.Format()).Append('\n');
        AtomicFile.Write(path, text.ToString(), UnixFileMode.UserRead | UnixFileMode.UserWrite, owner);
    }
}
