namespace Todoku.Logs.Sources.Discovery;

/// <summary>
/// Tells text from binary data by the lines at the start of a file. NUL bytes at a line's ends are no sign of binary data: a crash
/// leaves blocks of them in logs.
/// </summary>
internal static class BinarySniffer
{
    /// <summary>A line with more than one control byte in so many is not text.</summary>
    private const int TextBytesPerControl = 10;

    /// <summary>Whether more than half of the bytes stand in lines that are not text.</summary>
    public static bool LooksBinary(ReadOnlySpan<byte> head)
    {
        long text = 0, other = 0;
        while (!head.IsEmpty)
        {
            var end = head.IndexOf((byte)'\n');
            var line = (end < 0 ? head : head[..end]).Trim((byte)0);
            if (IsText(line)) text += line.Length;
            else other += line.Length;
            head = end < 0 ? default : head[(end + 1)..];
        }
        return other > text || text == 0;
    }

    private static bool IsText(ReadOnlySpan<byte> line)
    {
        var controls = 0;
        foreach (var value in line)
        {
            if (value is < 0x20 and not ((byte)'\t' or (byte)'\r' or 0x1b) or 0x7f) controls++;
        }
        return controls * TextBytesPerControl <= line.Length;
    }
}
