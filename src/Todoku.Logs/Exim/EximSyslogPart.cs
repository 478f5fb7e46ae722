namespace Todoku.Logs.Exim;

/// <summary>
/// Exim cuts lines longer than syslog's into parts that begin with <c>[1\3] </c>, <c>[2\3] </c> and, the last, <c>[3/3] </c>. The first holds
/// all that is read; the reply in it may be cut.
/// </summary>
internal static class EximSyslogPart
{
    /// <summary>Takes the number of a first part off; false for a later part, which is passed over.</summary>
    public static bool TrySkip(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> whole)
    {
        whole = text;
        if (text.Length < 6 || text[0] != '[' || !char.IsAsciiDigit((char)text[1])) return true;
        var mark = text[..Math.Min(text.Length, 5)].IndexOfAny((byte)'\\', (byte)'/');
        if (mark < 2) return true;
        var end = text[..Math.Min(text.Length, 10)].IndexOf("] "u8);
        if (end < 0) return true;
        whole = text[(end + 2)..];
        return text[1..mark] is [(byte)'1'];
    }
}
