namespace Todoku.Mail;

/// <summary>Finds the remote host that a mail server names in its own words, as <c>mx.example.net[192.0.2.1]</c> or <c>mx.example.net [192.0.2.1]</c>.</summary>
internal static class NamedHost
{
    private const int MaxName = 255;

    /// <summary>The host in words of the sending server that begin by naming it ("connect to mx[ip]:25: Connection timed out"); else empty.</summary>
    public static ReadOnlySpan<byte> InOwnWords(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("delivery temporarily suspended: "u8)) text = text["delivery temporarily suspended: "u8.Length..];
        if (text.StartsWith("warning: "u8)) text = text["warning: "u8.Length..];
        var speaks = text.StartsWith("connect to "u8) || text.StartsWith("host "u8) || text.StartsWith("lost connection with "u8) || text.StartsWith("conversation with "u8)
            || text.StartsWith("TLS error on connection to "u8) || text.StartsWith("TLS is required, but was not offered by host "u8) || text.StartsWith("Timeout while talking to "u8)
            || text.StartsWith("H="u8);
        return speaks ? Find(text) : default;
    }

    /// <summary>The first name that stands right before an address in brackets.</summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> text)
    {
        for (var from = 0; ;)
        {
            var at = text[from..].IndexOf((byte)'[');
            if (at < 0) return default;
            var end = from + at;
            from = end + 1;
            if (end > 0 && text[end - 1] == ' ') end--;
            var start = end;
            while (start > 0 && end - start < MaxName && IsNameByte(text[start - 1])) start--;
            var name = text[start..end].Trim((byte)'.');
            if (name.Contains((byte)'.')) return name;
        }
    }

    /// <summary>The name at the start of a value such as <c>mx.example.net[192.0.2.1]:25</c> or <c>mx.example.net. [192.0.2.1]</c>; empty for <c>none</c>.</summary>
    public static ReadOnlySpan<byte> AtStart(ReadOnlySpan<byte> value)
    {
        var length = 0;
        while (length < value.Length && IsNameByte(value[length])) length++;
        var name = value[..length].TrimEnd((byte)'.');
        return name.SequenceEqual("none"u8) || name.SequenceEqual("unknown"u8) ? default : name;
    }

    private static bool IsNameByte(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'.' or (byte)'-' or (byte)'_' or >= 0x80;
}
