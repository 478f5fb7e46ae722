namespace Todoku.Mail;

/// <summary>
/// One SMTP reply as a log or a bounce message holds it: lines joined by spaces, each line still with its code
/// ("550-5.7.26 text 550-5.7.26 text 550 5.7.26 text"), read into code, enhanced code and clean text.
/// </summary>
/// <remarks>RFC 5321, section 4.2.1 (multi-line replies); RFC 2034 (enhanced codes at the start of each line).</remarks>
public readonly ref struct SmtpReply
{
    /// <summary>Text past this is dropped: Postfix itself keeps 2,000 to 2,048 bytes of a reply.</summary>
    public const int MaxLength = 4096;

    private SmtpReply(ushort code, EnhancedStatusCode enhancedStatus, ReadOnlySpan<byte> text)
    {
        Code = code;
        EnhancedStatus = enhancedStatus;
        Text = text;
    }

    /// <summary>The three digit reply code, 200 to 599, or 0 when the text has none.</summary>
    public ushort Code { get; }

    /// <summary>The enhanced status code that the remote side gave, or none.</summary>
    public EnhancedStatusCode EnhancedStatus { get; }

    /// <summary>The words of the reply without any codes, lines joined by one space.</summary>
    public ReadOnlySpan<byte> Text { get; }

    /// <summary>Whether the reply is a failure for now (4yz), by its code or else its enhanced code.</summary>
    public bool IsTransient => Code is >= 400 and < 500 || (Code == 0 && EnhancedStatus.Class == 4);

    /// <summary>Whether the reply is a failure for good (5yz), by its code or else its enhanced code.</summary>
    public bool IsPermanent => Code is >= 500 and < 600 || (Code == 0 && EnhancedStatus.Class == 5);

    /// <summary>Reads a joined reply. Never fails: text without codes is all text.</summary>
    /// <param name="raw">The reply as logged.</param>
    /// <param name="buffer">Where the clean text is written; at least <see cref="MaxLength"/> bytes or the length of <paramref name="raw"/>.</param>
    public static SmtpReply Parse(ReadOnlySpan<byte> raw, Span<byte> buffer)
    {
        if (raw.Length > MaxLength) raw = raw[..MaxLength];
        raw = TrimStart(raw);
        if (!TryReplyCode(raw, out var code)) return new SmtpReply(0, LeadingStatus(ref raw), Copy(raw, buffer));

        var rest = TrimStart(raw[Math.Min(4, raw.Length)..]);
        var status = LeadingStatus(ref rest);
        var length = 0;
        Span<byte> mark = [raw[0], raw[1], raw[2]];
        while (true)
        {
            // A continuation line starts with the same code and '-' or ' '; the words before it are this line's text.
            var next = NextLine(rest, mark, status);
            var line = next < 0 ? rest : rest[..next];
            length = Append(buffer, length, line);
            if (next < 0) break;
            rest = TrimStart(rest[(next + 4)..]);
            _ = LeadingStatus(ref rest);
        }
        return new SmtpReply(code, status, buffer[..length]);
    }

    // "550-" always starts a line; "550 " only when a status follows or the reply had no status at all and the
    // number stands where a line could begin (so that "see error 550 here" stays text).
    private static int NextLine(ReadOnlySpan<byte> text, ReadOnlySpan<byte> mark, EnhancedStatusCode status)
    {
        var from = 0;
        while (true)
        {
            var at = text[from..].IndexOf(mark);
            if (at < 0) return -1;
            at += from;
            if (at + 3 < text.Length && (at == 0 || text[at - 1] is (byte)' ' or (byte)'\n' or (byte)'\r'))
            {
                var after = text[at + 3];
                if (after == '-') return at;
                if (after == ' ' && !status.IsNone
                    && EnhancedStatusCode.TryParsePrefix(TrimStart(text[(at + 4)..]), out var again, out _) && again == status) return at;
            }
            from = at + 3;
        }
    }

    private static bool TryReplyCode(ReadOnlySpan<byte> text, out ushort code)
    {
        code = 0;
        if (text.Length < 3 || text[0] is < (byte)'2' or > (byte)'5') return false;
        if (!char.IsAsciiDigit((char)text[1]) || !char.IsAsciiDigit((char)text[2])) return false;
        if (text.Length > 3 && text[3] is not ((byte)' ' or (byte)'-' or (byte)'\t')) return false;
        code = (ushort)(((text[0] - '0') * 100) + ((text[1] - '0') * 10) + text[2] - '0');
        return true;
    }

    private static EnhancedStatusCode LeadingStatus(ref ReadOnlySpan<byte> text)
    {
        var offset = text.Length > 0 && text[0] == '#' ? 1 : 0; // qmail and Cisco write "#5.1.1 text"
        if (!EnhancedStatusCode.TryParsePrefix(text[offset..], out var status, out var length)) return default;
        text = TrimStart(text[(offset + length)..]);
        return status;
    }

    private static int Append(Span<byte> buffer, int length, ReadOnlySpan<byte> line)
    {
        line = line.Trim((byte)' ');
        if (line.IsEmpty) return length;
        if (length > 0 && length < buffer.Length) buffer[length++] = (byte)' ';
        if (line.Length > buffer.Length - length) line = line[..(buffer.Length - length)];
        line.CopyTo(buffer[length..]);
        return length + line.Length;
    }

    private static Span<byte> Copy(ReadOnlySpan<byte> text, Span<byte> buffer) => buffer[..Append(buffer, 0, text)];

    private static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n"u8);
}
