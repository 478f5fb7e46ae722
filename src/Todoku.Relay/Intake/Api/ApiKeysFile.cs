using System.Security.Cryptography;
using System.Text;
using Todoku.Relay.Intake.Users;
using Todoku.Relay.Operating;

namespace Todoku.Relay.Intake.Api;

/// <summary>
/// The file of the API keys: a line <c>NAME:SHA-256$HEX</c> for each, comments behind <c>#</c>. A key is 256 bits of chance, so that its plain hash gives a guesser
/// nothing; it is shown once, when it is made.
/// </summary>
public sealed class ApiKeysFile
{
    private const string Scheme = "SHA-256$";
    private const string Prefix = "tdk_";
    private const int KeyLength = 32;
    private const int MaxSize = 4 << 20;

    private readonly SortedDictionary<string, string> _hashes = new(StringComparer.Ordinal);

    /// <summary>The names.</summary>
    public IReadOnlyCollection<string> Names => _hashes.Keys;

    /// <summary>Names by the hash of their key.</summary>
    public IReadOnlyDictionary<string, string> NamesByHash => _hashes.DistinctBy(pair => pair.Value).ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>What a key is remembered by.</summary>
    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">A line is wrong; the message names file and line.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static ApiKeysFile Read(string path)
    {
        if (new FileInfo(path).Length > MaxSize) throw new FormatException($"{path}: larger than {MaxSize >> 20} MB");
        var file = new ApiKeysFile();
        foreach (var (index, raw) in File.ReadAllLines(path, Encoding.UTF8).Index())
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var value = line[(colon + 1)..];
            var isHash = value.StartsWith(Scheme, StringComparison.Ordinal) && value.Length == Scheme.Length + (KeyLength * 2) && value[Scheme.Length..].All(char.IsAsciiHexDigitLower);
            if (colon < 0 || !UsersFile.IsName(line[..colon]) || !isHash)
                throw new FormatException($"{path}:{index + 1}: NAME:SHA-256$... is wanted");
            if (!file._hashes.TryAdd(line[..colon], value[Scheme.Length..])) throw new FormatException($"{path}:{index + 1}: {line[..colon]} stands twice");
        }
        return file;
    }

    /// <summary>Makes a key for a name, in place of the one that it has; the key is nowhere else.</summary>
    public string Make(string name)
    {
        if (!UsersFile.IsName(name)) throw new ArgumentException("no name of a key", nameof(name));
        var key = Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyLength));
        _hashes[name] = HashOf(key);
        return key;
    }

    /// <summary>Takes a key out; false when there is none of that name.</summary>
    public bool Remove(string name) => _hashes.Remove(name);

    /// <summary>Writes the file, as a whole.</summary>
    /// <param name="path">The file.</param>
    /// <param name="owner">Whose a new file is to be: who the relay runs as.</param>
    public void Write(string path, UserAccount? owner = null)
    {
        var text = new StringBuilder("# API keys of Todoku's relay. Change it by: todoku relay apikey NAME\n");
        foreach (var (name, hash) in _hashes) text.Append(name).Append(':').Append(Scheme).Append(hash).Append('\n');
        AtomicFile.Write(path, text.ToString(), UnixFileMode.UserRead | UnixFileMode.UserWrite, owner);
    }
}
