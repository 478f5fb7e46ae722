namespace Todoku.Mail.Messages;

/// <summary>One header field as it stands in a message, octet for octet (RFC 5322, section 2.2).</summary>
/// <param name="Raw">The whole field with its folding, without the line end that closes it.</param>
/// <param name="Offset">Where it begins in the message, in octets.</param>
/// <param name="NameLength">How many octets the name has; 0 when the line is no header field.</param>
/// <param name="ValueStart">Where in <paramref name="Raw"/> the value begins: behind the colon.</param>
public readonly record struct HeaderField(ReadOnlyMemory<byte> Raw, int Offset, int NameLength, int ValueStart)
{
    /// <summary>Whether the line is no header field: it has no colon, or what stands before it is no name. Such a line has no name and no value.</summary>
    public bool IsMalformed => NameLength == 0;

    /// <summary>The name as written, without blanks before the colon (RFC 5322, section 4.5); empty for a malformed line.</summary>
    public ReadOnlySpan<byte> Name => Raw.Span[..NameLength];

    /// <summary>The value as written: all that follows the colon, blanks and folding included; empty for a malformed line.</summary>
    public ReadOnlyMemory<byte> Value => IsMalformed ? default : Raw[ValueStart..];

    /// <summary>Whether the field has this name; letters of any case.</summary>
    public bool Is(ReadOnlySpan<byte> name) => !IsMalformed && System.Text.Ascii.EqualsIgnoreCase(Name, name);

    /// <summary>The value in one line: line ends that fold it are taken out (RFC 5322, section 2.2.3), blanks around it too.</summary>
    public byte[] Unfold()
    {
        var value = Value.Span.Trim(" \t\r\n"u8);
        var unfolded = new byte[value.Length];
        var length = 0;
        while (true)
        {
            var lineEnd = value.IndexOf((byte)'\n');
            var isFold = lineEnd >= 0 && lineEnd + 1 < value.Length && value[lineEnd + 1] is (byte)' ' or (byte)'\t';
            var part = lineEnd < 0 ? value : value[..(isFold ? lineEnd : lineEnd + 1)];
            if (isFold && part.EndsWith("\r"u8)) part = part[..^1];
            part.CopyTo(unfolded.AsSpan(length));
            length += part.Length;
            if (lineEnd < 0) return unfolded.AsSpan(0, length).ToArray();
            value = value[(lineEnd + 1)..];
        }
    }
}
