using MimeKit.Utils;

namespace Todoku.Mail.Messages;

/// <summary>Reads fields of people's words: encoded words are decoded (RFC 2047), in Japanese charsets too.</summary>
public static class FieldText
{
    private const int MaxLength = 4000;

    /// <summary>The text of an unfolded value, cut at 4,000 octets; what can't be decoded stays as it is.</summary>
    public static string Decode(byte[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Rfc2047.DecodeText(value.Length > MaxLength ? value[..MaxLength] : value);
    }

    /// <summary>The text of the first field of a name; empty when there is none.</summary>
    public static string Of(MessageHeaders headers, ReadOnlySpan<byte> name)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var fields = headers.All(name);
        return fields.Count == 0 ? "" : Decode(fields[0].Unfold());
    }
}
