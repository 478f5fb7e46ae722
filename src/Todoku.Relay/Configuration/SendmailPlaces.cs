using Todoku.Knowledge.Toml;

namespace Todoku.Relay.Configuration;

/// <summary>
/// Reads from the configuration where the relay's socket and spool folder are, and nothing else: whoever sends mail may see no secrets, and an error elsewhere in the
/// file is no reason not to send.
/// </summary>
public static class SendmailPlaces
{
    private const long MaxSize = 4 << 20;

    /// <summary>Reads them; what the file does not name is as usual.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Null when the file can't be read or is no TOML.</returns>
    public static SendmailConfiguration? Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            if (!File.Exists(path) || new FileInfo(path).Length > MaxSize) return null;
            if (TomlSource.Parse(File.ReadAllText(path), path, []) is not { } tree) return null;
            var usual = new SendmailConfiguration();
            if (!tree.Entries.TryGetValue("sendmail", out var node) || node is not SourceNode.Table table) return usual;
            var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "/";
            return new SendmailConfiguration { Socket = PathOf(table, "socket", folder) ?? usual.Socket, Spool = PathOf(table, "spool", folder) ?? usual.Spool };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? PathOf(SourceNode.Table table, string key, string folder) =>
        table.Entries.TryGetValue(key, out var node) && node is SourceNode.Text { Value: { Length: > 0 } text } ? Path.GetFullPath(text, folder) : null;
}
