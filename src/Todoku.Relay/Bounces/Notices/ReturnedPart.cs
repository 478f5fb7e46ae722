using System.Text;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Bounces.Notices;

/// <summary>
/// Gives the message back: whole where its sender wants that (RFC 3461, section 4.3) and it is small, else its header. What can't travel as it is (a NUL, a line
/// without its end) is only given back as an encoded header, since a message within a message must not be encoded (RFC 2046, section 5.2.1).
/// </summary>
internal static class ReturnedPart
{
    // More than anybody reads; the rest is left out at a field's end.
    private const int LongestHeader = 128 << 10;

    /// <summary>The part.</summary>
    public static NoticePart Of(NoticeKind kind, QueuedEnvelope envelope, ReadOnlyMemory<byte> original, NoticeOptions options)
    {
        var isInternational = envelope.Needs.HasFlag(ContentNeeds.Utf8);
        if (IsWholeWanted(kind, envelope, options) && original.Length == LengthOf(envelope) && NoticePart.IsClean(original.Span))
        {
            var isAscii = Ascii.IsValid(original.Span);
            return new NoticePart(isInternational ? "message/global" : "message/rfc822", "Returned message", isAscii ? "7bit" : "8bit", WithLineEnd(original));
        }
        var header = HeaderOf(original);
        return NoticePart.OfText(isInternational ? "message/global-headers" : "text/rfc822-headers", "Header of the message", header);
    }

    /// <summary>Whether the message goes back whole. Notices of success and delay hold the header alone (RFC 3461, section 6.2).</summary>
    public static bool IsWholeWanted(NoticeKind kind, QueuedEnvelope envelope, NoticeOptions options) =>
        kind == NoticeKind.Failure
        && LengthOf(envelope) <= options.ReturnedSize
        && (envelope.DsnReturn == DsnReturn.Full || (envelope.DsnReturn == DsnReturn.Unspecified && options.ReturnsWhole));

    /// <summary>The octets of a message as it was sent.</summary>
    public static long LengthOf(QueuedEnvelope envelope) => envelope.Prefix.Length + envelope.Size;

    /// <summary>The header at the beginning of a message, up to the empty line; at most <see cref="LongestHeader"/> octets of it, whole fields.</summary>
    public static ReadOnlyMemory<byte> HeaderOf(ReadOnlyMemory<byte> original)
    {
        var end = original.Span.IndexOf("\r\n\r\n"u8);
        if (original.Span.StartsWith("\r\n"u8)) return ReadOnlyMemory<byte>.Empty;
        var header = end < 0 ? original : original[..(end + 2)];
        if (header.Length <= LongestHeader) return WithLineEnd(header);
        var lastLine = header[..LongestHeader].Span.LastIndexOf("\r\n"u8);
        return lastLine < 0 ? ReadOnlyMemory<byte>.Empty : header[..(lastLine + 2)];
    }

    private static ReadOnlyMemory<byte> WithLineEnd(ReadOnlyMemory<byte> text) =>
        text.IsEmpty || text.Span.EndsWith("\r\n"u8) ? text : (byte[])[.. text.Span, (byte)'\r', (byte)'\n'];
}
