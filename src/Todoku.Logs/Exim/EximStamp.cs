namespace Todoku.Logs.Exim;

/// <summary>
/// What stands before Exim's text in its own files: <c>2026-06-03 08:57:53</c>, with the log selectors and options
/// <c>+millisec</c>, <c>log_timezone</c> and <c>+pid</c> also <c>.123</c>, <c> +0200</c> and <c> [4711]</c>.
/// </summary>
internal readonly ref struct EximStamp
{
    private const int DateTimeLength = 19;

    /// <summary>Date and time, 19 bytes with a space between.</summary>
    public ReadOnlySpan<byte> DateTime { get; private init; }

    /// <summary>The fraction with its dot; empty when not logged.</summary>
    public ReadOnlySpan<byte> Fraction { get; private init; }

    /// <summary>The offset from UTC; empty when not logged.</summary>
    public ReadOnlySpan<byte> Offset { get; private init; }

    /// <summary>The process id; empty when not logged.</summary>
    public ReadOnlySpan<byte> Pid { get; private init; }

    /// <summary>What follows.</summary>
    public ReadOnlySpan<byte> Text { get; private init; }

    /// <summary>Reads a stamp at the start of a line; the digits themselves are left to the reader of times.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, out EximStamp stamp)
    {
        stamp = default;
        if (line.Length < DateTimeLength + 2 || line[4] != '-' || line[7] != '-' || line[10] != ' ' || line[13] != ':' || line[16] != ':') return false;
        var rest = line[DateTimeLength..];
        var fraction = rest[0] == '.' ? Math.Max(0, rest.IndexOf((byte)' ')) : 0;
        var dateTime = line[..DateTimeLength];
        if (fraction > 10 || rest[fraction] != ' ' || (fraction > 0 && !IsDigits(rest[1..fraction])) || !char.IsAsciiDigit((char)line[0])) return false;
        var fractionText = rest[..fraction];
        rest = rest[(fraction + 1)..];
        var offset = rest.Length > 6 && rest[0] is (byte)'+' or (byte)'-' && rest[5] == ' ' && IsDigits(rest[1..5]) ? rest[..5] : default;
        if (!offset.IsEmpty) rest = rest[6..];
        var pid = PidOf(rest);
        if (!pid.IsEmpty) rest = rest[(pid.Length + 3)..];
        stamp = new EximStamp { DateTime = dateTime, Fraction = fractionText, Offset = offset, Pid = pid, Text = rest };
        return true;
    }

    private static ReadOnlySpan<byte> PidOf(ReadOnlySpan<byte> text)
    {
        if (text.Length < 4 || text[0] != '[') return default;
        var end = text[..Math.Min(text.Length, 14)].IndexOf("] "u8);
        return end > 1 && IsDigits(text[1..end]) ? text[1..end] : default;
    }

    private static bool IsDigits(ReadOnlySpan<byte> text) => text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
}
