using System.Security.Cryptography;

namespace Todoku.Relay.Bounces.ReturnPaths;

/// <summary>
/// The file of secrets: one a line in base64, the first makes new return paths, all are believed. To change it, put a new line before the old one, and take the
/// old one away a month later.
/// </summary>
public static class ReturnPathSecret
{
    private const int Length = 32;
    private const int LeastLength = 16;
    private const int MostLines = 16;
    private const int MostOctets = 4096;

    /// <summary>Reads the file; makes it with a new secret, for its owner alone to read, when it is not there.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <exception cref="FormatException">It can't be read or made, a line is no base64 of 16 octets or more, or there is none.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> ReadOrMake(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            if (!File.Exists(path)) Make(path);
            return Read(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"the file of secrets for return paths can't be read or made: {error.Message}", error);
        }
    }

    private static List<ReadOnlyMemory<byte>> Read(string path)
    {
        if (new FileInfo(path).Length > MostOctets) throw new FormatException($"{path} is no file of secrets: it has more than {MostOctets} octets.");
        var secrets = new List<ReadOnlyMemory<byte>>();
        foreach (var line in File.ReadLines(path))
        {
            var text = line.Trim();
            if (text.Length == 0 || text[0] == '#') continue;
            if (secrets.Count == MostLines || !IsSecret(text, out var secret))
                throw new FormatException($"{path}: a secret is one line of base64 for {LeastLength} octets or more; \"openssl rand -base64 32\" prints one.");
            secrets.Add(secret);
        }
        return secrets.Count > 0 ? secrets : throw new FormatException($"{path} holds no secret; \"openssl rand -base64 32\" prints one.");
    }

    private static void Make(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        using var writer = new StreamWriter(file);
        writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)));
        writer.Flush();
        file.Flush(flushToDisk: true);
    }

    private static bool IsSecret(string text, out byte[] secret)
    {
        secret = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, secret, out var length) || length < LeastLength) return false;
        secret = secret[..length];
        return true;
    }
}
