namespace Todoku.Knowledge.Values;

/// <summary>Finds limits and waits: a number with a unit of time, size or count.</summary>
internal static class LimitExtractor
{
    private const int MaxDigits = 12;

    private static readonly byte[][] Units =
    [
        .. new[]
        {
            "second", "minute", "hour", "day", "message", "email", "recipient", "connection", "byte", "mail", "sec", "min", "mb", "kb", "gb", "mib", "kib",
            "秒", "分", "時間", "日", "通", "件", "バイト",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
    ];

    public static void Extract(in ValueText text, ValueList values)
    {
        for (var place = 0; place < text.Length;)
        {
            var at = text.Folded[place..].IndexOfAnyInRange((byte)'0', (byte)'9');
            if (at < 0) return;
            place += at;
            var isStart = place == 0 || !(char.IsAsciiLetterOrDigit((char)text.Folded[place - 1]) || text.Folded[place - 1] is (byte)'.' or (byte)'-' or (byte)':' or (byte)'/' or (byte)'=' or (byte)'_');
            var length = isStart ? LengthOf(text.Folded[place..]) : 0;
            values.Add(ReplyValueNames.Limit, text.Printed.Slice(place, length));
            place += length > 0 ? length : DigitsOf(text.Folded[place..]);
        }
    }

    /// <summary>The length of a number and its unit at the start of a folded text; 0 when there is none.</summary>
    public static int LengthOf(ReadOnlySpan<byte> folded)
    {
        var digits = DigitsOf(folded);
        if (digits is 0 or > MaxDigits) return 0;
        var number = folded[..digits].TrimEnd(".,"u8).Length;
        var unit = number < folded.Length && folded[number] is (byte)' ' or (byte)'-' ? number + 1 : number;
        foreach (var word in Units)
        {
            if (!folded[unit..].StartsWith(word)) continue;
            var end = unit + word.Length;
            if (word[0] >= 0x80) return end;
            if (end < folded.Length && folded[end] == 's') end++;
            if (end == folded.Length || !char.IsAsciiLetterOrDigit((char)folded[end])) return end;
        }
        return 0;
    }

    private static int DigitsOf(ReadOnlySpan<byte> folded)
    {
        var length = 0;
        while (length < folded.Length && (char.IsAsciiDigit((char)folded[length]) || (length > 0 && folded[length] is (byte)'.' or (byte)','))) length++;
        return length;
    }
}
