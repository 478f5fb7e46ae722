using System.Text;
using Todoku.Diagnosis.Messages.Parts;
using Todoku.Diagnosis.Messages.Routes;
using Todoku.Mail.Messages;

namespace Todoku.Diagnosis.Messages.Notices;

/// <summary>Reads bounces of servers that write them as text only: qmail, Exim, older ones and some hosting companies' own.</summary>
internal static class TextBounce
{
    private const int MaxText = 64 * 1024;
    private const int MaxReason = 2_000;

    private static readonly string[] Authors = ["mailer-daemon@", "mailerdaemon@", "postmaster@", "<mailer-daemon", "mail delivery s"];

    private static readonly string[] Subjects =
    [
        "failure notice", "undeliver", "mail delivery failed", "delivery status notification", "returned mail", "delivery failure", "mail system error", "delivery notification",
        "could not be delivered", "mail delivery failure", "nondeliverable",
    ];

    private static readonly string[] ReturnedFrom =
    [
        "--- Below this line is a copy of the message", "------ This is a copy of the message", "------ This is a copy of your message", "----- Original message",
        "--- Original message follows", "---- Message header follows",
    ];

    /// <summary>Reads one; null when the message is none.</summary>
    public static MessageNotice? TryRead(MessageHeaders headers, PartList parts)
    {
        if (!LooksLikeOne(headers) || parts.Bodies.FirstOrDefault() is not { } body) return null;
        var octets = body.Text.Length > MaxText ? body.Text[..MaxText] : body.Text;
        var text = Encoding.UTF8.GetString(octets.Span).ReplaceLineEndings("\n");
        var (report, returned) = Split(text);
        var recipients = Recipients(report, FailedRecipients(headers));
        return recipients.Count == 0 ? null : new MessageNotice(MessageKind.Bounce, "", recipients, [], Encoding.UTF8.GetBytes(returned), false);
    }

    private static bool LooksLikeOne(MessageHeaders headers)
    {
        if (headers.All("X-Failed-Recipients"u8).Count > 0) return true;
        var from = Text(headers, "From"u8).ToLowerInvariant();
        var subject = Text(headers, "Subject"u8).ToLowerInvariant();
        var isFromDaemon = Authors.Any(author => from.Contains(author, StringComparison.Ordinal)) || EnvelopeReader.ReturnPathOf(headers) is { Length: 0 };
        return isFromDaemon && Subjects.Any(word => subject.Contains(word, StringComparison.Ordinal));
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
        return (text, "");
    }

    // A line that is an address and nothing else ("<a@example.com>:", "  a@example.com") begins what is said of it, up to the next one or an empty line.
    private static List<FailedRecipient> Recipients(string report, IReadOnlyList<string> named)
    {
        List<FailedRecipient> recipients = [];
        string? address = null;
        var reason = new StringBuilder();
        foreach (var line in report.Split('\n'))
        {
            if (recipients.Count == MessageNotice.MaxRecipients) break;
            if (AddressOf(line) is { } next)
            {
                Add();
                address = next;
            }
            else if (address is not null && line.Trim().Length == 0 && reason.Length > 0) Add();
            else if (address is not null && reason.Length < MaxReason) reason.Append(reason.Length > 0 ? " " : "").Append(line.Trim());
        }
        Add();
        foreach (var other in named.Where(other => !recipients.Exists(known => known.Address.Equals(other, StringComparison.OrdinalIgnoreCase))))
            recipients.Add(new FailedRecipient(other, "failed", "", "", ""));
        return recipients;

        void Add()
        {
            if (address is not null && reason.Length > 0) recipients.Add(new FailedRecipient(address, "failed", "", reason.ToString(), ""));
            address = null;
            reason.Clear();
        }
    }

    private static string? AddressOf(string line)
    {
        var text = line.Trim().TrimEnd(':').TrimStart('<').TrimEnd('>');
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < text.Length - 1 && text.Length <= 320 && !text.Any(c => char.IsWhiteSpace(c) || c is ':' or '(' or '/') ? text : null;
    }

    private static string Text(MessageHeaders headers, ReadOnlySpan<byte> name)
    {
        var fields = headers.All(name);
        return fields.Count == 0 ? "" : Encoding.UTF8.GetString(fields[0].Unfold());
    }
}
