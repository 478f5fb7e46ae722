using Todoku.Knowledge;
using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Delivery.Reports;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Retry;

namespace Todoku.Relay.Bounces.Notices;

/// <summary>Writes the part that programs read: message/delivery-status (RFC 3464), or its international form (RFC 6533) where an address is.</summary>
internal static class StatusPart
{
    private const int LongestAddress = 600;

    /// <summary>The part.</summary>
    public static NoticePart Of(NoticeKind kind, StoredMessage message, IReadOnlyList<NoticeRecipient> about, NoticeOptions options)
    {
        var envelope = message.Envelope;
        var isInternational = about.Any(recipient => IsInternational(recipient.Recipient));
        var fields = new FieldWriter().Field("Reporting-MTA", $"dns; {SafeText.Ascii(options.HostName, LongestAddress)}");
        if (envelope.DsnEnvelopeId is { Length: > 0 } id) fields.Field("Original-Envelope-Id", SafeText.Ascii(id, LongestAddress));
        fields.Field("X-Todoku-Queue-Id", message.Id.ToString()).Field("Arrival-Date", MailDate.Of(envelope.AcceptedAt));
        foreach (var recipient in about) Write(fields.EmptyLine(), kind, envelope, recipient, isInternational);
        return NoticePart.OfText(isInternational ? "message/global-delivery-status" : "message/delivery-status", "Delivery report", fields.ToString());
    }

    /// <summary>Whether an address of the recipient holds more than ASCII.</summary>
    public static bool IsInternational(QueuedRecipient recipient) => !System.Text.Ascii.IsValid(recipient.Address) || !System.Text.Ascii.IsValid(recipient.OriginalRecipient ?? "");

    private static void Write(FieldWriter fields, NoticeKind kind, QueuedEnvelope envelope, NoticeRecipient recipient, bool isInternational)
    {
        var report = recipient.Report;
        var decision = report.Decision;
        if (OriginalOf(recipient.Recipient, isInternational) is { } original) fields.Field("Original-Recipient", original);
        fields.Field("Final-Recipient", AddressOf(recipient.Recipient.Address, isInternational))
            .Field("Action", ActionOf(kind, report))
            .Field("Status", NoticeStatus.Of(kind, decision).ToString());
        if (decision.IsRemote && report.RelayHost.Length > 0) fields.Field("Remote-MTA", $"dns; {SafeText.Ascii(report.RelayHost, LongestAddress)}");
        if (decision.Reply.Length > 0) fields.Field("Diagnostic-Code", DiagnosticOf(decision, isInternational));
        fields.Field("Last-Attempt-Date", MailDate.Of(report.At));
        if (kind == NoticeKind.Delay) fields.Field("Will-Retry-Until", MailDate.Of(envelope.AcceptedAt + RetryPolicy.ScheduleOf(decision.Cause).GiveUpAge));
        if (kind != NoticeKind.Success) fields.Field("X-Todoku-Cause", decision.Cause.Id);
    }

    // Our own words are no SMTP (RFC 3464, section 2.3.6: types that are not registered begin with x-).
    private static string DiagnosticOf(DeliveryDecision decision, bool isInternational)
    {
        var reply = isInternational ? SafeText.OneLine(decision.Reply, Queue.Outcomes.AttemptResult.MaxReplyLength) : SafeText.Ascii(decision.Reply, Queue.Outcomes.AttemptResult.MaxReplyLength);
        return decision.IsRemote ? $"smtp; {reply}" : $"x-todoku; {reply}";
    }

    // Without a server it was put into a mailbox of this machine.
    private static string ActionOf(NoticeKind kind, AttemptReport report) => kind switch
    {
        NoticeKind.Failure => "failed",
        NoticeKind.Delay => "delayed",
        _ => report.RelayHost.Length == 0 && report.RelayEndPoint is null ? "delivered" : "relayed",
    };

    private static string AddressOf(string address, bool isInternational) => System.Text.Ascii.IsValid(address) || !isInternational
        ? $"rfc822; {SafeText.Ascii(address, LongestAddress)}"
        : $"utf-8; {SafeText.OneLine(address, LongestAddress)}";

    // "rfc822;user@example.com", as the sender said it.
    private static string? OriginalOf(QueuedRecipient recipient, bool isInternational)
    {
        if (recipient.OriginalRecipient is not { Length: > 0 } original) return null;
        var mark = original.IndexOf(';', StringComparison.Ordinal);
        if (mark <= 0) return null;
        var value = $"{original[..mark]}; {original[(mark + 1)..]}";
        return isInternational ? SafeText.OneLine(value, LongestAddress) : SafeText.Ascii(value, LongestAddress);
    }
}
