namespace Todoku.Logs.Envelopes.Formats;

/// <summary>The priority <c>&lt;22&gt;</c> before a line (RFC 3164, section 4.1.1; RFC 5424, section 6.2.1).</summary>
internal static class SyslogPriority
{
    /// <summary>Length of the priority at the start of a line, 0 when there is none; 191 is the highest there is.</summary>
    public static int LengthAt(ReadOnlySpan<byte> line)
    {
        if (line.Length < 3 || line[0] != '<') return 0;
        var value = 0;
        for (var at = 1; at < 5 && at < line.Length; at++)
        {
            if (line[at] == '>') return at > 1 && value <= 191 ? at + 1 : 0;
            if (!char.IsAsciiDigit((char)line[at])) return 0;
            value = (value * 10) + line[at] - '0';
        }
        return 0;
    }
}
