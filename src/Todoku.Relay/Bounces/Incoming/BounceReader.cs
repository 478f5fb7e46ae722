using System.Text;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Mail.Messages.Notices;
using Todoku.Relay.Bounces.ReturnPaths;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Bounces.Incoming;

/// <summary>Reads the cause out of a bounce: the words of the server that refused go to the knowledge, as they would if it had said them to us.</summary>
internal sealed class BounceReader(KnowledgeBase knowledge)
{
    /// <summary>Reads it.</summary>
    /// <param name="notice">The bounce.</param>
    /// <param name="entry">The message and recipient that it came back for.</param>
    /// <param name="sent">What is remembered of it.</param>
    /// <param name="at">When it came.</param>
    public BounceReport Read(MessageNotice notice, EntryId entry, SentRecord? sent, DateTimeOffset at)
    {
        var failed = Failed(notice, sent?.Recipient);
        var address = failed?.Address.Length > 0 ? failed.Address : sent?.Recipient ?? "";
        var reply = failed?.Diagnostic ?? "";
        var octets = Encoding.UTF8.GetBytes(reply);
        var status = StatusOf(failed?.Status ?? "");
        var (remote, reporter) = (HostOf(failed?.RemoteHost ?? ""), HostOf(notice.Reporter));
        var context = new ReadingContext
        {
            RelayHost = Encoding.UTF8.GetBytes(remote.Length > 0 ? remote : reporter),
            RecipientDomain = MailAddress.DomainOf(Encoding.UTF8.GetBytes(address)),
            LoggedStatus = status,
        };
        var reading = knowledge.Read(octets, context);
        return new BounceReport
        {
            Entry = entry,
            Sent = sent,
            At = at,
            Recipient = address,
            Reporter = reporter,
            RemoteHost = remote,
            Reply = reply.Length > 0 ? reply : failed?.Status ?? "",
            Status = status.ToString(),
            Cause = reading.Cause,
            RuleId = reading.RuleId,
            IsPermanent = IsPermanent(octets, status),
        };
    }

    // A return path is one recipient's; a bounce that names several speaks of a list behind it, and the one that we know says most.
    private static FailedRecipient? Failed(MessageNotice notice, string? recipient)
    {
        FailedRecipient? first = null;
        foreach (var one in notice.Recipients)
        {
            if (one.Action is not ("failed" or "")) continue;
            if (recipient is not null && one.Address.Equals(recipient, StringComparison.OrdinalIgnoreCase)) return one;
            first ??= one;
        }
        return first;
    }

    // "mx.example.net. (192.0.2.25, the server for the domain example.net.)"
    private static string HostOf(string text)
    {
        var end = text.AsSpan().IndexOfAny(' ', '(');
        return (end < 0 ? text : text[..end]).TrimEnd('.');
    }

    private static EnhancedStatusCode StatusOf(string text) => EnhancedStatusCode.TryParsePrefix(Encoding.UTF8.GetBytes(text), out var status, out _) ? status : default;

    // The server's own code counts; the status beside it may be the bouncing side's "given up".
    private static bool IsPermanent(ReadOnlySpan<byte> reply, EnhancedStatusCode status)
    {
        Span<byte> buffer = stackalloc byte[SmtpReply.MaxLength];
        var read = SmtpReply.Parse(reply, buffer);
        if (read.IsTransient) return false;
        return read.IsPermanent || status.Class != 4;
    }
}
