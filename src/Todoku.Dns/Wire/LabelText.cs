namespace Todoku.Dns.Wire;

/// <summary>Writes the octets of a label as <see cref="Mail.DomainName"/> has them: what is not plain is <c>\DDD</c> (RFC 4343, section 2.1).</summary>
internal static class LabelText
{
    /// <summary>Writes a label.</summary>
    /// <param name="label">Its octets.</param>
    /// <param name="text">Where to; four characters for each octet are enough.</param>
    /// <returns>Characters written.</returns>
    public static int Write(ReadOnlySpan<byte> label, Span<char> text)
    {
        var length = 0;
        foreach (var octet in label)
        {
            if (octet is > (byte)' ' and < 0x7f and not (byte)'.' and not (byte)'\\')
            {
                text[length++] = (char)octet;
                continue;
            }
            text[length++] = '\\';
            text[length++] = (char)('0' + octet / 100);
            text[length++] = (char)('0' + octet / 10 % 10);
            text[length++] = (char)('0' + octet % 10);
        }
        return length;
    }
}
