using System.Text;
using MimeKit.Encodings;

namespace Todoku.Relay.Bounces.Notices;

/// <summary>One part of a notice.</summary>
/// <param name="Type">Its Content-Type, folded where it is long.</param>
/// <param name="Description">What it is, in a word (RFC 3464 shows them so).</param>
/// <param name="Encoding">Its Content-Transfer-Encoding.</param>
/// <param name="Content">Its octets as they travel; lines end in CRLF.</param>
internal sealed record NoticePart(string Type, string Description, string Encoding, ReadOnlyMemory<byte> Content)
{
    /// <summary>The longest line that travels unencoded (RFC 5322, section 2.1.1).</summary>
    public const int LongestLine = 998;

    /// <summary>Whether servers must take eight bits for it.</summary>
    public bool IsEightBit => Encoding == "8bit";

    /// <summary>A part of text that is encoded as it needs to be.</summary>
    public static NoticePart OfText(string type, string description, string text) => OfText(type, description, System.Text.Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="OfText(string, string, string)"/>
    public static NoticePart OfText(string type, string description, ReadOnlyMemory<byte> text)
    {
        if (Ascii.IsValid(text.Span) && IsClean(text.Span)) return new NoticePart(type, description, "7bit", text);
        // Japanese grows by a third in base64, threefold in quoted-printable.
        return CountHigh(text.Span) > text.Length / 6
            ? new NoticePart(type, description, "base64", Encoded(new Base64Encoder(76), text.ToArray()))
            : new NoticePart(type, description, "quoted-printable", Encoded(new QuotedPrintableEncoder(76), text.ToArray()));
    }

    /// <summary>Whether octets may travel as they are: every line ends in CRLF, none is too long, none holds a NUL.</summary>
    public static bool IsClean(ReadOnlySpan<byte> octets)
    {
        if (octets.Contains((byte)0)) return false;
        while (!octets.IsEmpty)
        {
            var end = octets.IndexOfAny((byte)'\r', (byte)'\n');
            if (end < 0) return octets.Length <= LongestLine;
            if (end > LongestLine || octets[end] != '\r' || end + 1 == octets.Length || octets[end + 1] != '\n') return false;
            octets = octets[(end + 2)..];
        }
        return true;
    }

    private static int CountHigh(ReadOnlySpan<byte> text)
    {
        var count = 0;
        foreach (var b in text)
            if (b >= 0x80) count++;
        return count;
    }

    private static byte[] Encoded(IMimeEncoder encoder, byte[] text)
    {
        var output = new byte[encoder.EstimateOutputLength(text.Length)];
        var encoded = System.Text.Encoding.ASCII.GetString(output, 0, encoder.Flush(text, 0, text.Length, output)).ReplaceLineEndings("\r\n");
        return System.Text.Encoding.ASCII.GetBytes(encoded.EndsWith("\r\n", StringComparison.Ordinal) ? encoded : $"{encoded}\r\n");
    }
}
