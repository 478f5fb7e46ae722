using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Todoku.Authentication.Signatures;

namespace Todoku.Relay.Configuration.Reading;

/// <summary>Looks at the files that the configuration names: that they are there, can be read, are nobody else's business, and hold what they should.</summary>
internal static class FileChecks
{
    /// <summary>The largest file of any kind here.</summary>
    private const int MaxSize = 1 << 20;

    // A group may read (the relay's own group does, where root owns the keys); nobody else may do anything.
    private const UnixFileMode TooOpen = UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>A certificate and its key: both readable, and of one another.</summary>
    public static void Certificate(ConfigurationTable table, CertificateFiles files)
    {
        if (!table.Context.ChecksFiles) return;
        var certificate = ReadText(table, "certificate", files.Certificate, isSecret: false);
        var key = ReadText(table, "key", files.Key, isSecret: true);
        if (certificate is null || key is null) return;
        X509Certificate2 alone;
        try
        {
            alone = X509Certificate2.CreateFromPem(certificate);
        }
        catch (CryptographicException)
        {
            table.Fail("certificate", table.Texts.BadCertificate("certificate", files.Certificate));
            return;
        }
        using (alone)
        {
            try
            {
                using var both = X509Certificate2.CreateFromPem(certificate, key);
            }
            catch (Exception error) when (error is CryptographicException or ArgumentException)
            {
                var holdsKey = key.Contains("PRIVATE KEY-----", StringComparison.Ordinal) && !key.Contains("ENCRYPTED", StringComparison.Ordinal);
                table.Fail("key", holdsKey ? table.Texts.KeyMismatch(files.Key, files.Certificate) : table.Texts.BadKey("key", files.Key));
            }
        }
    }

    /// <summary>A key for signatures.</summary>
    public static void SigningKey(ConfigurationTable table, string setting, string path)
    {
        if (!table.Context.ChecksFiles || ReadText(table, setting, path, isSecret: true) is not { } pem) return;
        using var key = PrivateKey.Read(pem, out _);
        if (key is null) table.Fail(setting, table.Texts.BadKey(setting, path));
    }

    /// <summary>A file with one secret in it; null after an error, and while files are not looked at.</summary>
    public static string? Secret(ConfigurationTable table, string setting, string path, bool mayBeMissing = false)
    {
        if (!table.Context.ChecksFiles || (mayBeMissing && !File.Exists(path))) return null;
        if (ReadText(table, setting, path, isSecret: true) is not { } text) return null;
        if (text.Trim() is { Length: > 0 } secret) return secret;
        table.Fail(setting, table.Texts.EmptyFile(setting, path));
        return null;
    }

    /// <summary>A file with secrets that somebody else reads.</summary>
    public static void SecretFile(ConfigurationTable table, string setting, string path, string howToMake)
    {
        if (!table.Context.ChecksFiles) return;
        if (File.Exists(path)) ReadText(table, setting, path, isSecret: true);
        else table.Fail(setting, table.Texts.NoFileYet(setting, path, howToMake));
    }

    private static string? ReadText(ConfigurationTable table, string setting, string path, bool isSecret)
    {
        try
        {
            if (!File.Exists(path))
            {
                table.Fail(setting, table.Texts.NoFile(setting, path));
                return null;
            }
            if (isSecret && !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & TooOpen) != 0) table.Fail(setting, table.Texts.FileTooOpen(setting, path));
            if (new FileInfo(path).Length <= MaxSize) return File.ReadAllText(path, Encoding.UTF8);
            table.Fail(setting, table.Texts.FileTooLarge(setting, path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            table.Fail(setting, table.Texts.UnreadableFile(setting, path, error.Message));
        }
        return null;
    }
}
