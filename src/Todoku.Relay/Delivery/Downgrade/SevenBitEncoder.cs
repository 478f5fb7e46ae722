using System.Text;
using MimeKit;
using Todoku.Mail.Messages.Parts;
using MessagePart = MimeKit.MessagePart;

namespace Todoku.Relay.Delivery.Downgrade;

/// <summary>
/// Gives each part with octets above 127 the encoding that is best for it (RFC 6152, section 3; RFC 2045, section 6): quoted-printable for text, base64 where that
/// is shorter. Parts that are ASCII, and fields of the header, stay octet for octet. Nothing is re-encoded twice.
/// </summary>
internal static class SevenBitEncoder
{
    // RFC 2045, section 6.7: with the soft line end.
    private const int MaxLineLength = 76;

    // RFC 1428, section 3: what text without a charset is in nobody knows.
    private const string UnknownText = "text/plain; charset=unknown-8bit";

    private static readonly FormatOptions Format = MakeFormat();

    /// <summary>The message in ASCII; null when what is left above 127 is no content of a part.</summary>
    /// <exception cref="FormatException">It can't be read as a message.</exception>
    public static byte[]? Encode(byte[] message)
    {
        using var input = new MemoryStream(message, writable: false);
        using var parsed = MimeMessage.Load(new ParserOptions { MaxMimeDepth = PartLimits.MaxDepth }, input);
        Encode(parsed);
        using var output = new MemoryStream(message.Length + (message.Length / 2));
        parsed.WriteTo(Format, output);
        var octets = output.ToArray();
        return Ascii.IsValid(octets) ? octets : null;
    }

    private static FormatOptions MakeFormat()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }

    private static void Encode(MimeMessage message)
    {
        if (message.Body is not { } body || !Encode(body) || message.Headers.Contains(HeaderId.MimeVersion)) return;
        message.Headers.Add(HeaderId.MimeVersion, "1.0");
        if (!body.Headers.Contains(HeaderId.ContentType)) body.Headers.Add(HeaderId.ContentType, UnknownText);
    }

    // Says whether a part has another encoding now.
    private static bool Encode(MimeEntity entity)
    {
        switch (entity)
        {
            case Multipart multipart when IsSigned(multipart):
                return false;
            case Multipart multipart:
                // Text before and behind the parts is not for readers (RFC 2046, section 5.1.1).
                if (!IsAscii(multipart.Preamble)) multipart.Preamble = null;
                if (!IsAscii(multipart.Epilogue)) multipart.Epilogue = null;
                var isChanged = false;
                foreach (var part in multipart) isChanged |= Encode(part);
                Label(multipart);
                return isChanged;
            case MessagePart { Message: { } inner } carrier:
                Encode(inner);
                Label(carrier);
                return false;
            case MimePart { Content: not null } part:
                return Encode(part);
            default:
                return false;
        }
    }

    private static bool Encode(MimePart part)
    {
        if (part.Content is not { } body || body.Encoding is ContentEncoding.Base64 or ContentEncoding.QuotedPrintable or ContentEncoding.UUEncode) return false;
        // Other than parts, what is of the type message has no encoding (RFC 2046, section 5.2).
        if (part.ContentType.IsMimeType("message", "*")) return false;
        using var content = new MemoryStream();
        body.WriteTo(content);
        if (Ascii.IsValid(content.GetBuffer().AsSpan(0, (int)content.Length)))
        {
            if (part.ContentTransferEncoding is ContentEncoding.EightBit) part.ContentTransferEncoding = ContentEncoding.SevenBit;
            return false;
        }
        var isText = part.ContentType.IsMimeType("text", "*") && body.Encoding != ContentEncoding.Binary;
        part.ContentTransferEncoding = isText ? part.GetBestEncoding(EncodingConstraint.SevenBit, MaxLineLength) : ContentEncoding.Base64;
        return true;
    }

    private static bool IsSigned(Multipart multipart) => multipart.ContentType.IsMimeType("multipart", "signed");

    // What holds parts is 8bit only while one of them is (RFC 2045, section 6.4).
    private static void Label(MimeEntity entity)
    {
        if (entity.Headers.Contains(HeaderId.ContentTransferEncoding)) entity.Headers[HeaderId.ContentTransferEncoding] = "7bit";
    }

    private static bool IsAscii(string? text) => text is null || Ascii.IsValid(text);
}
