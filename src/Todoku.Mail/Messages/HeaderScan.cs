namespace Todoku.Mail.Messages;

/// <summary>One pass over the octets of a header.</summary>
internal sealed class HeaderScan(ReadOnlyMemory<byte> header, bool isCut)
{
    private bool _unix;

    /// <summary>What was read.</summary>
    public List<HeaderField> Fields { get; } = new(32);

    /// <summary>Where the body begins, or -1.</summary>
    public int BodyOffset { get; private set; } = -1;

    /// <summary>What is wrong.</summary>
    public HeaderDefects Defects { get; private set; }

    public void Run()
    {
        var octets = header.Span;
        var first = octets.IndexOf((byte)'\n');
        _unix = first >= 0 && (first == 0 || octets[first - 1] != '\r');
        var at = SkipMailboxLine(octets);
        while (at < octets.Length)
        {
            if (IsEmptyLine(octets[at..], out var length))
            {
                BodyOffset = at + length;
                break;
            }
            var end = FieldEnd(octets, at, out var next);
            if (next < 0 && isCut) break;
            if (Fields.Count == MessageHeaders.MaxFields)
            {
                Defects |= HeaderDefects.TooManyFields;
                BodyOffset = FindBody(octets, at);
                break;
            }
            Add(octets[at..end], at);
            at = next < 0 ? octets.Length : next;
        }
        if (BodyOffset < 0) Defects |= isCut ? HeaderDefects.TooLong : HeaderDefects.NoBody;
    }

    private int SkipMailboxLine(ReadOnlySpan<byte> octets)
    {
        if (!octets.StartsWith("From "u8) && !octets.StartsWith(">From "u8)) return 0;
        var end = octets.IndexOf((byte)'\n');
        // "From : a@example.com" is a field in obsolete syntax.
        if (end < 0 || octets[4..].TrimStart(" \t"u8).StartsWith(":"u8)) return 0;
        Defects |= HeaderDefects.MailboxLine;
        return end + 1;
    }

    private bool IsEmptyLine(ReadOnlySpan<byte> rest, out int length)
    {
        length = rest[0] == '\n' && _unix ? 1 : rest.StartsWith("\r\n"u8) ? 2 : 0;
        return length > 0;
    }

    // A field ends where a line end is not followed by a blank.
    private int FieldEnd(ReadOnlySpan<byte> octets, int at, out int next)
    {
        for (var from = at; ;)
        {
            var lineEnd = octets[from..].IndexOf((byte)'\n');
            if (lineEnd < 0)
            {
                next = -1;
                return octets.Length;
            }
            lineEnd += from;
            from = next = lineEnd + 1;
            var isCrlf = lineEnd > at && octets[lineEnd - 1] == '\r';
            if (!isCrlf && !_unix)
            {
                Defects |= HeaderDefects.BareLineFeed;
                continue;
            }
            if (next < octets.Length && octets[next] is (byte)' ' or (byte)'\t') continue;
            return isCrlf ? lineEnd - 1 : lineEnd;
        }
    }

    private void Add(ReadOnlySpan<byte> field, int at)
    {
        if (field.Contains((byte)0)) Defects |= HeaderDefects.Nul;
        if (HasBareCarriageReturn(field)) Defects |= HeaderDefects.BareCarriageReturn;
        var colon = field.IndexOf((byte)':');
        var name = colon < 0 ? default : field[..colon].TrimEnd(" \t"u8);
        if (name.IsEmpty || name.ContainsAnyExceptInRange((byte)'!', (byte)'~'))
        {
            Defects |= HeaderDefects.MalformedLine;
            name = default;
        }
        Fields.Add(new HeaderField(header.Slice(at, field.Length), at, name.Length, name.IsEmpty ? field.Length : colon + 1));
    }

    private static bool HasBareCarriageReturn(ReadOnlySpan<byte> field)
    {
        for (var at = field.IndexOf((byte)'\r'); at >= 0;)
        {
            if (at + 1 == field.Length || field[at + 1] != '\n') return true;
            var next = field[(at + 1)..].IndexOf((byte)'\r');
            at = next < 0 ? -1 : at + 1 + next;
        }
        return false;
    }

    private int FindBody(ReadOnlySpan<byte> octets, int at)
    {
        var empty = _unix ? "\n\n"u8 : "\r\n\r\n"u8;
        var found = octets[at..].IndexOf(empty);
        return found < 0 ? -1 : at + found + empty.Length;
    }
}
