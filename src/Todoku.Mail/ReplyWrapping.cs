using System.Text;

namespace Todoku.Mail;

/// <summary>A reply taken out of what logs and bounce messages put around it.</summary>
/// <remarks>
/// Taken off, in any order and nesting: <c>smtp; </c> (RFC 3464 diagnostic codes), <c>&lt;user@example.net&gt;: </c>,
/// <c>#5.1.1 </c>, <c>host mx[ip] said: </c> and <c>refused to talk to me: </c> (Postfix), <c>SMTP error from remote mail server
/// after RCPT TO:&lt;...&gt;: host mx [ip]: </c> (Exim), <c>Remote host said: </c> (qmail), <c>returned '...'</c> (Exchange),
/// <c>The response was: </c> (Google), behind the reply <c>(in reply to RCPT TO command)</c>, and the rest of a log line
/// around <c>status=bounced (...)</c> or <c>stat=</c>. All but the last two are believed only when a reply code follows.
/// </remarks>
internal ref struct ReplyWrapping
{
    private const int MaxLayers = 6;

    private ReplyWrapping(ReadOnlySpan<byte> reply) => Reply = Blank.TrimStart(reply);

    /// <summary>The reply itself.</summary>
    public ReadOnlySpan<byte> Reply { get; private set; }

    /// <summary>The host that is said to have given it; empty when none is named.</summary>
    public ReadOnlySpan<byte> Host { get; private set; }

    /// <summary>The recipient that the log line names; empty when none is.</summary>
    public ReadOnlySpan<byte> Recipient { get; private set; }

    /// <summary>The stage that is named.</summary>
    public SmtpStage Stage { get; private set; }

    /// <summary>The status code that the wrapping names.</summary>
    public EnhancedStatusCode Status { get; private set; }

    /// <summary>Takes the wrapping off; a bare reply costs next to nothing.</summary>
    public static ReplyWrapping Remove(ReadOnlySpan<byte> raw)
    {
        var wrapping = new ReplyWrapping(raw);
        if (!wrapping.IsBare)
        {
            wrapping.RemoveLogLine();
            for (var layer = 0; layer < MaxLayers && !wrapping.IsBare && wrapping.RemoveLayer(); layer++) { }
        }
        wrapping.RemoveInReplyTo();
        return wrapping;
    }

    private readonly bool IsBare => ReplyCode.TryRead(Reply, out _, out _);

    private void RemoveLogLine()
    {
        if (LogLineFields.TryRead(Reply, out var fields))
        {
            Host = fields.RelayHost;
            Recipient = fields.Recipient;
            Status = fields.Status;
            Reply = Blank.TrimStart(fields.Reply);
        }
        if (Host.IsEmpty) Host = NamedHost.InOwnWords(Reply);
    }

    private bool RemoveLayer() => RemovePrefix() || RemoveQuoting("SMTP error from remote mail"u8, ": "u8) || RemoveQuotings();

    // Marks at the very start: "smtp; ", "#5.1.1 ", "#< ", "<user@example.net>: ", a quotation mark.
    private bool RemovePrefix()
    {
        var text = Reply;
        if (text.IsEmpty) return false;
        var semicolon = text[..Math.Min(text.Length, 16)].IndexOf((byte)';');
        if (semicolon > 0 && (Ascii.EqualsIgnoreCase(text[..semicolon], "smtp"u8) || Ascii.EqualsIgnoreCase(text[..semicolon], "lmtp"u8) || text[0] is (byte)'X' or (byte)'x'))
            return Advance(text[(semicolon + 1)..]);
        if (text.StartsWith("#< "u8)) return Advance(text[3..]);
        if (text[0] == '#' && EnhancedStatusCode.TryParsePrefix(text[1..], out var status, out var length) && LeadsToReply(text[(1 + length)..]))
        {
            Status = status;
            return Advance(text[(1 + length)..]);
        }
        if (text[0] is (byte)'"' or (byte)'\'' && LeadsToReply(text[1..])) return Advance(text[1..].TrimEnd(text[0]));
        if (text[0] != '<') return false;
        var close = text.IndexOf((byte)'>');
        return close > 0 && LeadsToReply(text[(close + 1)..].TrimStart(":. "u8)) && Advance(text[(close + 1)..].TrimStart(":. "u8));
    }

    // "SASL authentication failed; server mx[ip] said: 535 ..." stays whole: it is the sending server's own login that failed.
    private bool RemoveQuotings() =>
        !Reply.StartsWith("SASL authentication failed"u8)
        && (RemoveQuoting(" said:"u8, default) || RemoveQuoting("refused to talk to me:"u8, default) || RemoveQuoting(" returned '"u8, default)
        || RemoveQuoting(" returned \""u8, default) || RemoveQuoting("response was:"u8, default) || RemoveQuoting("server was:"u8, default)
        || RemoveQuoting("returned was:"u8, default) || RemoveQuoting("server returned:"u8, default) || RemoveQuoting(" replied:"u8, default)
        || RemoveQuoting("]: "u8, default));

    // What follows the words, or the next mark behind them, and begins with a reply code, is the reply.
    private bool RemoveQuoting(ReadOnlySpan<byte> words, ReadOnlySpan<byte> mark)
    {
        var at = Reply.IndexOf(words);
        if (at < 0) return false;
        var from = at + words.Length;
        while (true)
        {
            if (!mark.IsEmpty)
            {
                var next = Reply[from..].IndexOf(mark);
                if (next < 0) return false;
                from += next + mark.Length;
            }
            if (ReplyCode.TryRead(Blank.TrimStart(Reply[from..]), out _, out _)) break;
            if (mark.IsEmpty) return false;
        }
        var before = Reply[..from];
        if (Host.IsEmpty) Host = NamedHost.Find(before);
        if (Stage == SmtpStage.Unknown) Stage = words.StartsWith("refused"u8) ? SmtpStage.Banner : mark.IsEmpty ? SmtpStage.Unknown : SmtpStages.FromWords(before[at..]);
        return Advance(Reply[from..]);
    }

    private static bool LeadsToReply(ReadOnlySpan<byte> text)
    {
        text = Blank.TrimStart(text);
        return ReplyCode.TryRead(text, out _, out _) || (text.Length > 5 && Ascii.EqualsIgnoreCase(text[..5], "smtp;"u8)) || text.StartsWith("host "u8)
            || text.StartsWith("SMTP error from remote mail"u8);
    }

    private bool Advance(ReadOnlySpan<byte> rest)
    {
        Reply = Blank.TrimStart(rest);
        return true;
    }

    private void RemoveInReplyTo()
    {
        var tail = Reply.Length > 80 ? Reply[^80..] : Reply;
        var at = tail.LastIndexOf("(in reply to "u8);
        if (at < 0) return;
        if (Stage == SmtpStage.Unknown) Stage = SmtpStages.FromWords(tail[at..]);
        Reply = Blank.Trim(Reply[..(Reply.Length - tail.Length + at)]);
    }
}
