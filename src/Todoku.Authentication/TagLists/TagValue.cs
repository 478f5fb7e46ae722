using System.Buffers.Text;
using System.Text;

namespace Todoku.Authentication.TagLists;

/// <summary>Reads the values that several tags share: numbers, base64, lists with colons.</summary>
internal static class TagValue
{
    private const int MaxBase64 = 64 * 1024;

    /// <summary>The value as text; octets that are no UTF-8 become U+FFFD.</summary>
    public static string Text(ReadOnlyMemory<byte> value) => Encoding.UTF8.GetString(value.Span);

    /// <summary>Reads base64 with blanks and folding anywhere in it (RFC 6376, section 2.9). Null when it is none; the padding may be missing.</summary>
    public static byte[]? Base64(ReadOnlySpan<byte> value)
    {
        if (value.Length > MaxBase64) return null;
        var packed = new byte[value.Length + 3];
        var length = 0;
        foreach (var b in value)
        {
            if (b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') continue;
            packed[length++] = b;
        }
        while (length % 4 != 0 && length % 4 != 1) packed[length++] = (byte)'=';
        var decoded = new byte[Base64Decoded(length)];
        var status = System.Buffers.Text.Base64.DecodeFromUtf8(packed.AsSpan(0, length), decoded, out var consumed, out var written);
        return status == System.Buffers.OperationStatus.Done && consumed == length ? decoded[..written] : null;
    }

    /// <summary>Reads a number of decimal digits. Null when it is none; <see cref="long.MaxValue"/> when it has more than <paramref name="digits"/> digits.</summary>
    public static long? Number(ReadOnlySpan<byte> value, int digits)
    {
        if (value.IsEmpty || value.ContainsAnyExceptInRange((byte)'0', (byte)'9')) return null;
        var significant = value.TrimStart((byte)'0');
        if (significant.Length > digits) return long.MaxValue;
        return Utf8Parser.TryParse(significant.IsEmpty ? "0"u8 : significant, out long number, out _) ? number : null;
    }

    /// <summary>Whether a list with colons and blanks around them holds a word.</summary>
    public static bool ListHolds(ReadOnlySpan<byte> list, ReadOnlySpan<byte> word)
    {
        while (true)
        {
            var colon = list.IndexOf((byte)':');
            var item = (colon < 0 ? list : list[..colon]).Trim(" \t\r\n"u8);
            if (item.SequenceEqual(word)) return true;
            if (colon < 0) return false;
            list = list[(colon + 1)..];
        }
    }

    private static int Base64Decoded(int length) => length / 4 * 3 + 3;
}
