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

    private SmtpReply(ushort code, EnhancedStatusCode enhancedStatus, ReadOnlySpan<byte> text, scoped in ReplyWrapping wrapping)
    {
        Code = code;
        EnhancedStatus = enhancedStatus.IsNone ? wrapping.Status : enhancedStatus;
        Text = text;
        Host = wrapping.Host;
        Recipient = wrapping.Recipient;
        Stage = wrapping.Stage;
    }

    /// <summary>The three digit reply code, 200 to 599, or 0 when the text has none.</summary>
    public ushort Code { get; }

    /// <summary>The enhanced status code that the remote side gave, or none.</summary>
    public EnhancedStatusCode EnhancedStatus { get; }

    /// <summary>The words of the reply without any codes, lines joined by one space.</summary>
    public ReadOnlySpan<byte> Text { get; }

    /// <summary>The host that said it, where the text around the reply names it ("host mx.example.net[192.0.2.1] said: ..."); else empty.</summary>
    public ReadOnlySpan<byte> Host { get; }

    /// <summary>The recipient, where the text is a whole log line that names it; else empty.</summary>
    public ReadOnlySpan<byte> Recipient { get; }

    /// <summary>Where in the dialogue, when the text around the reply tells ("(in reply to RCPT TO command)").</summary>
    public SmtpStage Stage { get; }

    /// <summary>Whether the reply is a failure for now (4yz), by its code or else its enhanced code.</summary>
    public bool IsTransient => Code is >= 400 and < 500 || (Code == 0 && EnhancedStatus.Class == 4);

    /// <summary>Whether the reply is a failure for good (5yz), by its code or else its enhanced code.</summary>
    public bool IsPermanent => Code is >= 500 and < 600 || (Code == 0 && EnhancedStatus.Class == 5);

    /// <summary>Reads a joined reply, also one that still stands in its log's or bounce's wrapping. Never fails: text without codes is all text.</summary>
    /// <param name="raw">The reply as logged.</param>
    /// <param name="buffer">Where the clean text is written; at least <see cref="MaxLength"/> bytes or the length of <paramref name="raw"/>.</param>
    public static SmtpReply Parse(ReadOnlySpan<byte> raw, Span<byte> buffer)
    {
        if (raw.Length > MaxLength) raw = raw[..MaxLength];
        var wrapping = ReplyWrapping.Remove(raw);
        var rest = wrapping.Reply;
        if (!ReplyCode.TryRead(rest, out var code, out var length))
        {
            var alone = LeadingStatus(ref rest);
            return new SmtpReply(0, alone.IsNone ? QuotedStatus(rest) : alone, buffer[..Append(buffer, 0, rest)], wrapping);
        }
        var lines = new ReplyLines(rest, code, length);
        var status = default(EnhancedStatusCode);
        var written = 0;
        while (lines.MoveNext())
        {
            var line = lines.Current;
            var own = LeadingStatus(ref line);
            if (status.IsNone) status = own;
            written = Append(buffer, written, line);
        }
        var text = buffer[..written];
        return new SmtpReply(code, status.IsNone ? QuotedStatus(text) : status, text, wrapping);
    }

    // "5.1.1 text", "#5.1.1 text" (qmail, Cisco), "(5.1.1) text", and the same code said twice.
    private static EnhancedStatusCode LeadingStatus(ref ReadOnlySpan<byte> text)
    {
        var first = default(EnhancedStatusCode);
        text = Blank.TrimStart(text);
        while (true)
        {
            var mark = text.Length > 0 && text[0] is (byte)'#' or (byte)'(' or (byte)'[' ? 1 : 0;
            if (mark == 1 && text.Length > 1 && text[1] == '#') mark = 2;
            if (!EnhancedStatusCode.TryParsePrefix(text[mark..], out var status, out var length) || (!first.IsNone && status != first)) return first;
            var after = text[(mark + length)..];
            if (mark > 0 && text[0] != '#')
            {
                if (after.IsEmpty || after[0] is not ((byte)')' or (byte)']')) return first;
                after = after[1..];
            }
            if (!after.IsEmpty && !IsAfterStatus(after[0])) return first;
            first = status;
            text = Blank.TrimStart(after.TrimStart(":;"u8));
        }
    }

    private static bool IsAfterStatus(byte b) => Blank.Is(b) || b is (byte)':' or (byte)';' or (byte)'-' or (byte)'<' or (byte)'(' or (byte)'[' or (byte)',';

    // qmail and its kin put the code last: "Sorry, no mailbox here by that name. (#5.1.1)".
    private static EnhancedStatusCode QuotedStatus(ReadOnlySpan<byte> text)
    {
        for (var from = 0; ;)
        {
            var at = text[from..].IndexOf("(#"u8);
            if (at < 0) return default;
            from += at + 2;
            if (EnhancedStatusCode.TryParsePrefix(text[from..], out var status, out var length) && from + length < text.Length && text[from + length] == ')') return status;
        }
    }

    private static int Append(Span<byte> buffer, int length, ReadOnlySpan<byte> line)
    {
        line = Blank.Trim(line);
        if (line.IsEmpty) return length;
        if (length > 0 && length < buffer.Length) buffer[length++] = (byte)' ';
        if (line.Length > buffer.Length - length) line = line[..(buffer.Length - length)];
        line.CopyTo(buffer[length..]);
        return length + line.Length;
    }
}
