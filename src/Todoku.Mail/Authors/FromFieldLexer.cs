using System.Buffers;

namespace Todoku.Mail.Authors;

/// <summary>Cuts a From field into pieces; white space and comments fall out. Time is linear in the length, whatever the octets are.</summary>
internal static class FromFieldLexer
{
    // RFC 5322, section 3.2.3: specials, which end an atom; with them white space and controls.
    private static readonly SearchValues<byte> AtomEnd = SearchValues.Create(
        [.. Enumerable.Range(0, 33).Select(octet => (byte)octet), 0x7f, .. "()<>[]:;@\\,.\""u8]);

    /// <summary>Cuts it.</summary>
    public static List<FromFieldToken> Read(ReadOnlySpan<byte> field)
    {
        var tokens = new List<FromFieldToken>();
        // Once a closing half is missing, it is missing for every opening half that follows: no octet is searched twice.
        bool quotesEnd = true, commentsEnd = true, literalsEnd = true;
        for (var i = 0; i < field.Length;)
        {
            var octet = field[i];
            if (Blank.Is(octet))
            {
                i++;
                continue;
            }
            if (octet == '(' && commentsEnd)
            {
                var end = CommentEnd(field, i);
                commentsEnd = end >= 0;
                if (commentsEnd)
                {
                    i = end;
                    continue;
                }
            }
            else if (octet == '"' && quotesEnd)
            {
                var end = Closing(field, i + 1, (byte)'"');
                quotesEnd = end >= 0;
                if (quotesEnd)
                {
                    tokens.Add(new FromFieldToken(FromFieldTokenKind.Quoted, i + 1, end - i - 1, 0));
                    i = end + 1;
                    continue;
                }
            }
            else if (octet == '[' && literalsEnd)
            {
                var end = Closing(field, i + 1, (byte)']');
                literalsEnd = end >= 0;
                if (literalsEnd)
                {
                    tokens.Add(new FromFieldToken(FromFieldTokenKind.Literal, i + 1, end - i - 1, 0));
                    i = end + 1;
                    continue;
                }
            }
            i += Single(field, i, tokens);
        }
        return tokens;
    }

    // An atom, a special, or a stray octet.
    private static int Single(ReadOnlySpan<byte> field, int at, List<FromFieldToken> tokens)
    {
        var length = field[at..].IndexOfAny(AtomEnd);
        if (length < 0) length = field.Length - at;
        if (length > 0)
        {
            tokens.Add(new FromFieldToken(FromFieldTokenKind.Atom, at, length, 0));
            return length;
        }
        var isSpecial = "<>@.,;:"u8.Contains(field[at]);
        tokens.Add(new FromFieldToken(isSpecial ? FromFieldTokenKind.Special : FromFieldTokenKind.Stray, at, 1, isSpecial ? field[at] : (byte)0));
        return 1;
    }

    // comment = "(" *([FWS] ccontent) [FWS] ")", nested to any depth; -1 when it doesn't end.
    private static int CommentEnd(ReadOnlySpan<byte> field, int start)
    {
        var depth = 0;
        for (var i = start; i < field.Length; i++)
        {
            switch (field[i])
            {
                case (byte)'\\':
                    i++;
                    break;
                case (byte)'(':
                    depth++;
                    break;
                case (byte)')' when --depth == 0:
                    return i + 1;
            }
        }
        return -1;
    }

    private static int Closing(ReadOnlySpan<byte> field, int start, byte mark)
    {
        for (var i = start; i < field.Length; i++)
        {
            if (field[i] == '\\') i++;
            else if (field[i] == mark) return i;
        }
        return -1;
    }
}
