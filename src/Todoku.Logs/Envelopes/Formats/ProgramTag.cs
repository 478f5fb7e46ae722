using System.Buffers;

namespace Todoku.Logs.Envelopes.Formats;

/// <summary>The tag <c>program[pid]: </c> at the start of a text (RFC 3164, section 4.1.3).</summary>
internal static class ProgramTag
{
    private const int MaxLength = 128;

    private static readonly SearchValues<byte> NameBytes =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./@+-"u8);

    /// <summary>Whether a text begins with a tag; one without a pid counts only for names with a slash (<c>postfix/smtp: </c>).</summary>
    public static bool StandsAt(ReadOnlySpan<byte> text)
    {
        if (text.Length > MaxLength) text = text[..MaxLength];
        var end = text.IndexOfAnyExcept(NameBytes);
        if (end <= 0) return false;
        if (text[end] == ':') return text[..end].Contains((byte)'/') && end + 1 < text.Length && text[end + 1] == ' ';
        if (text[end] != '[') return false;
        var close = text[(end + 1)..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return close > 0 && text[(end + 1 + close)..].StartsWith("]:"u8);
    }
}
