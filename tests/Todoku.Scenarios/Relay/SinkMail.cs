namespace Todoku.Scenarios.Relay;

/// <summary>A message that a sink took.</summary>
/// <param name="Peer">The address that it came from.</param>
/// <param name="Sender">The envelope sender.</param>
/// <param name="Recipients">The envelope recipients.</param>
/// <param name="Text">The message, an octet a character.</param>
internal sealed record SinkMail(string Peer, string Sender, IReadOnlyList<string> Recipients, string Text)
{
    /// <summary>The value of a header field in one line; empty when there is none.</summary>
    public string Field(string name)
    {
        var header = Text[..(Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 2)].Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal);
        var line = header.Split("\r\n").FirstOrDefault(line => line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase));
        return line?[(name.Length + 1)..].Trim() ?? "";
    }
}
