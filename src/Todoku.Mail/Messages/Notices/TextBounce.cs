using System.Text;
using Todoku.Mail.Messages.Parts;

namespace Todoku.Mail.Messages.Notices;

/// <summary>Reads bounces of servers that write them as text only: qmail, Exim, Japanese carriers, older ones and some hosting companies' own.</summary>
internal static class TextBounce
{
    private const int MaxText = 64 * 1024;

    private static readonly string[] Authors = ["mailer-daemon@", "mailerdaemon@", "postmaster@", "mail-daemon@", "<mailer-daemon", "mailer-daemon <", "mail delivery s"];

    private static readonly string[] Subjects =
    [
        "failure notice", "undeliver", "mail delivery failed", "delivery status notification", "returned mail", "delivery failure", "mail system error", "delivery notification",
        "could not be delivered", "mail delivery failure", "nondeliverable", "non delivery", "delivery has failed", "delivery problem", "mail could not be", "returned to sender",
        "user unknown", "unknown user",
        "failed delivery", "failure delivery", "mail failed", "mail failure", "error sending your mail", "warning: message", "mail delivery", "メールエラー", "配信不能", "配送エラー", "送信エラー", "宛先不明", "不達", "エラー通知",
    ];

    private static readonly string[] DelaySubjects = ["delayed", "warning: could not send", "delivery delay", "delay notification", "notification (delay)", "still trying", "遅延"];

    private static readonly string[] ReturnedFrom =
    [
        "--- Below this line is a copy of the message", "------ This is a copy of the message", "------ This is a copy of your message", "----- Original message",
        "--- Original message follows", "---- Message header follows", "--- The header of the original message is following", "--- Original message header",
        "----- Message body suppressed", "\nMessage headers follow.", "\n    Below is a copy of the original message:", "------ Original Message", "=== Original message",
    ];

    /// <summary>Reads one; null when the message is none.</summary>
    public static MessageNotice? TryRead(MessageHeaders headers, PartList parts)
    {
        if (!LooksLikeOne(headers, out var isDelay) || parts.Bodies.FirstOrDefault() is not { } body) return null;
        var octets = body.Text.Length > MaxText ? body.Text[..MaxText] : body.Text;
        var (report, returned) = Split(PartText.Of(octets.Span, body.Charset).ReplaceLineEndings("\n"));
        var recipients = FailureText.Read(report, FailedRecipients(headers));
        if (recipients.Count == 0) return null;
        if (isDelay) recipients = [.. recipients.Select(recipient => recipient with { Action = "delayed" })];
        ReadOnlyMemory<byte> original = parts.First("message/rfc822") is { } whole ? whole.Content : Encoding.UTF8.GetBytes(returned);
        return new MessageNotice(isDelay ? MessageKind.Delay : MessageKind.Bounce, "", recipients, [], original, parts.First("message/rfc822") is not null);
    }

    /// <summary>What the text beside a report says of recipients, where the report itself has no words.</summary>
    public static IReadOnlyList<FailedRecipient> Explain(PartList parts)
    {
        if (parts.Bodies.FirstOrDefault() is not { } body) return [];
        var octets = body.Text.Length > MaxText ? body.Text[..MaxText] : body.Text;
        return FailureText.Read(Split(PartText.Of(octets.Span, body.Charset).ReplaceLineEndings("\n")).Report, []);
    }

    private static bool LooksLikeOne(MessageHeaders headers, out bool isDelay)
    {
        var subject = FieldText.Of(headers, "Subject"u8).Trim().ToLowerInvariant();
        isDelay = DelaySubjects.Any(word => subject.Contains(word, StringComparison.Ordinal));
        if (headers.All("X-Failed-Recipients"u8).Count > 0) return true;
        var from = Text(headers, "From"u8).ToLowerInvariant();
        var isFromDaemon = from.Trim() is "<>" or "mailer-daemon" || Authors.Any(author => from.Contains(author, StringComparison.Ordinal)) || Text(headers, "Return-Path"u8).Trim() is "<>" or "<MAILER-DAEMON>"
            // au one writes to people as a service.
            || subject == "メールエラー通知";
        return isFromDaemon && (isDelay || Subjects.Any(word => subject.Contains(word, StringComparison.Ordinal)));
    }

    private static IReadOnlyList<string> FailedRecipients(MessageHeaders headers) =>
        [.. Text(headers, "X-Failed-Recipients"u8).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(MessageNotice.MaxRecipients)];

    private static (string Report, string Returned) Split(string text)
    {
        foreach (var mark in ReturnedFrom)
        {
            var at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at < 0) continue;
            var end = text.IndexOf('\n', at);
            return (text[..at], end < 0 ? "" : text[(end + 1)..].TrimStart('\n'));
        }
        return SplitAtRule(text);
    }

    // A line of dashes with a header behind it.
    private static (string Report, string Returned) SplitAtRule(string text)
    {
        for (var at = text.IndexOf("\n----------", StringComparison.Ordinal); at >= 0; at = text.IndexOf("\n----------", at + 1, StringComparison.Ordinal))
        {
            var end = text.IndexOf('\n', at + 1);
            if (end < 0) break;
            var line = text.AsSpan(at + 1, end - at - 1).Trim();
            var rest = text.AsSpan(end + 1).TrimStart('\n');
            if (!line.ContainsAnyExcept('-', ' ') && BeginsHeader(rest)) return (text[..at], rest.ToString());
        }
        return (text, "");
    }

    private static bool BeginsHeader(ReadOnlySpan<char> text) =>
        text.StartsWith("Received:", StringComparison.Ordinal) || text.StartsWith("Return-Path:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("From:", StringComparison.Ordinal);

    private static string Text(MessageHeaders headers, ReadOnlySpan<byte> name)
    {
        var fields = headers.All(name);
        return fields.Count == 0 ? "" : Encoding.UTF8.GetString(fields[0].Unfold());
    }
}
