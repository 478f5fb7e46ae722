using System.Globalization;

namespace Todoku.Knowledge.Sources;

/// <summary>The return codes of a zone that mean the same: a range for each octet, and a bit of the last that must be set.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Low">The least value of each octet, the first in the highest bits.</param>
/// <param name="High">The greatest value of each octet.</param>
/// <param name="Bit">A bit of the last octet; 0 for none.</param>
internal sealed record ReturnCodePattern(string Text, uint Low, uint High, byte Bit)
{
    private const string BitWord = "bit ";

    /// <summary>Reads <c>127.0.0.2</c>, <c>127.0.0.4-7</c>, <c>127.0.*.0-3</c> or <c>bit 8</c>; null when it is none of them.</summary>
    public static ReturnCodePattern? Parse(string text)
    {
        if (text.StartsWith(BitWord, StringComparison.Ordinal))
        {
            return byte.TryParse(text.AsSpan(BitWord.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var bit) && byte.IsPow2(bit)
                ? new ReturnCodePattern(text, 0x7F000000, 0x7FFFFFFF, bit)
                : null;
        }
        var (low, high, count) = (0u, 0u, 0);
        foreach (var range in text.AsSpan().Split('.'))
        {
            if (!TryOctet(text.AsSpan(range), out var least, out var most)) return null;
            (low, high, count) = ((low << 8) | least, (high << 8) | most, count + 1);
        }
        // RFC 5782, section 2.1: codes are in 127.0.0.0/8.
        return count == 4 && low >> 24 == 127 && high >> 24 == 127 ? new ReturnCodePattern(text, low, high, 0) : null;
    }

    private static bool TryOctet(ReadOnlySpan<char> text, out byte least, out byte most)
    {
        (least, most) = (0, byte.MaxValue);
        if (text is "*") return true;
        var dash = text.IndexOf('-');
        var first = dash < 0 ? text : text[..dash];
        var last = dash < 0 ? text : text[(dash + 1)..];
        return byte.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out least)
            && byte.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out most)
            && least <= most;
    }
}
