namespace Todoku.Logs.Postfix;

/// <summary>Cuts <c>&lt;address&gt;</c> from log text. Quoted local parts may hold spaces, commas and angle brackets (RFC 5321, section 4.1.2).</summary>
internal static class AddressText
{
    /// <summary>Cuts the address at the start of <paramref name="text"/>.</summary>
    /// <param name="text">Text that starts with <c>&lt;</c>.</param>
    /// <param name="address">What stands between the brackets.</param>
    /// <param name="length">Bytes taken, both brackets included.</param>
    public static bool TryCut(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> address, out int length)
    {
        address = default;
        length = 0;
        if (text.IsEmpty || text[0] != '<') return false;
        var from = 1;
        if (text.Length > 1 && text[1] == '"') from = EndOfQuoted(text);
        var end = text[from..].IndexOf((byte)'>');
        if (end < 0) return false;
        end += from;
        // An unquoted address may itself hold a '>' ("<a>b@c>"): it ends where a comma, a space or the text's end follows.
        while (end + 1 < text.Length && text[end + 1] is not ((byte)',' or (byte)' '))
        {
            var next = text[(end + 1)..].IndexOf((byte)'>');
            if (next < 0) break;
            end += next + 1;
        }
        address = text[1..end];
        length = end + 1;
        return true;
    }

    private static int EndOfQuoted(ReadOnlySpan<byte> text)
    {
        for (var i = 2; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == '"') return i + 1;
        }
        return 1; // never closed: not quoted after all
    }
}
