using MimeKit.Encodings;

namespace Todoku.Mail.Messages.Parts;

/// <summary>Decodes the content of parts (RFC 2045, section 6), no more of it than <see cref="PartLimits"/> allow.</summary>
internal sealed class PartDecoder
{
    private int _left = PartLimits.MaxDecodedInAll;

    /// <summary>Decodes a content.</summary>
    /// <param name="content">As it stands in the message.</param>
    /// <param name="encoding">The Content-Transfer-Encoding in small letters; an unknown one is taken for none.</param>
    /// <param name="isCut">Whether the limits left something out.</param>
    public ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> content, string encoding, out bool isCut)
    {
        var most = Math.Min(PartLimits.MaxDecoded, _left);
        isCut = content.Length > most;
        if (isCut) content = content[..most];
        _left -= content.Length;
        IMimeDecoder? decoder = encoding switch
        {
            "base64" => new Base64Decoder(),
            "quoted-printable" => new QuotedPrintableDecoder(),
            "x-uuencode" or "uuencode" or "x-uue" => new UUDecoder(),
            _ => null,
        };
        if (decoder is null) return content;
        var input = content.ToArray();
        var output = new byte[decoder.EstimateOutputLength(input.Length)];
        return output.AsMemory(0, decoder.Decode(input, 0, input.Length, output));
    }
}
