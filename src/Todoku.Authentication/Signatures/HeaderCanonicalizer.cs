using Todoku.Mail.Messages;

namespace Todoku.Authentication.Signatures;

/// <summary>Writes header fields in canonical form (RFC 6376, sections 3.4.1 and 3.4.2).</summary>
internal static class HeaderCanonicalizer
{
    /// <summary>Writes a field and the CRLF that closes it.</summary>
    public static void Write(in HeaderField field, Canonicalization canonicalization, HashWriter to)
    {
        WriteOpen(field.Raw.Span, field.NameLength, field.ValueStart, canonicalization, to);
        to.Write("\r\n"u8);
    }

    /// <summary>Writes a field that a signature stands in, with the signature's value taken out and without a CRLF (RFC 6376, section 3.7).</summary>
    /// <param name="field">The field.</param>
    /// <param name="cutStart">Where in the value the signature's value begins: right behind <c>b=</c>.</param>
    /// <param name="cutEnd">Where it ends.</param>
    /// <param name="canonicalization">The form.</param>
    /// <param name="to">Who takes it.</param>
    public static void WriteUnsigned(in HeaderField field, int cutStart, int cutEnd, Canonicalization canonicalization, HashWriter to)
    {
        var raw = field.Raw.Span;
        var cut = new byte[raw.Length - (cutEnd - cutStart)];
        raw[..(field.ValueStart + cutStart)].CopyTo(cut);
        raw[(field.ValueStart + cutEnd)..].CopyTo(cut.AsSpan(field.ValueStart + cutStart));
        WriteOpen(cut, field.NameLength, field.ValueStart, canonicalization, to);
    }

    private static void WriteOpen(ReadOnlySpan<byte> raw, int nameLength, int valueStart, Canonicalization canonicalization, HashWriter to)
    {
        if (canonicalization == Canonicalization.Simple)
        {
            to.Write(raw);
            return;
        }
        foreach (var b in raw[..nameLength]) to.Write(b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b);
        to.Write((byte)':');
        WriteRelaxedValue(raw[valueStart..], to);
    }

    // Unfolds, makes runs of blanks one space, and takes out those at both ends. A line end that does not fold is an octet like any other.
    private static void WriteRelaxedValue(ReadOnlySpan<byte> value, HashWriter to)
    {
        var begun = false;
        while (true)
        {
            var run = value.IndexOfAny(" \t\r"u8);
            var text = run < 0 ? value : value[..run];
            to.Write(text);
            begun |= !text.IsEmpty;
            if (run < 0) return;
            value = value[run..];
            if (Blanks(value) is var length && length == 0)
            {
                // A bare CR.
                to.Write(value[0]);
                begun = true;
                value = value[1..];
                continue;
            }
            value = value[length..];
            if (begun && !value.IsEmpty) to.Write((byte)' ');
        }
    }

    // How many octets blanks and folds take at the beginning of a text.
    private static int Blanks(ReadOnlySpan<byte> text)
    {
        for (var at = 0; ; at++)
        {
            if (at == text.Length) return at;
            if (text[at] is (byte)' ' or (byte)'\t') continue;
            if (text[at] != '\r' || !IsFold(text[at..])) return at;
            at++;
        }
    }

    private static bool IsFold(ReadOnlySpan<byte> text) => text.Length > 2 && text[1] == '\n' && text[2] is (byte)' ' or (byte)'\t';
}
