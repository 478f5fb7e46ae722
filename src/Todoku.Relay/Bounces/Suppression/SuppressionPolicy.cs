using Todoku.Knowledge;
using Todoku.Relay.Bounces.Incoming;
using Todoku.Relay.Bounces.ReturnPaths;

namespace Todoku.Relay.Bounces.Suppression;

/// <summary>
/// What a bounce or a complaint does to its recipient.
/// </summary>
/// <remarks>
/// <code>
/// what                                   held back                                            for
/// bounce: recipient-unknown, permanent   all mail                                             7, then 30, then 180 days
/// bounce: recipient-disabled, permanent  all mail                                             7, then 30, then 180 days
/// complaint about bulk mail              bulk mail of the author's domain                     for ever
/// complaint about other mail             all mail of the author's domain                      for ever
/// anything else                          nothing: a full mailbox is emptied, a filter is the recipient's own to change, and what is against our address,
///                                        domain or content is not the recipient's doing
/// </code>
/// A first bounce holds for a week only: servers that are being moved call every mailbox unknown for an hour. What is held back is not dropped in silence: its
/// sender is told at once, with these words.
/// </remarks>
internal static class SuppressionPolicy
{
    private const int MaxEvidence = 500;

    private static readonly TimeSpan[] Terms = [TimeSpan.FromDays(7), TimeSpan.FromDays(30), TimeSpan.FromDays(180)];

    /// <summary>How long a line is remembered after it ended, so that the next one holds longer.</summary>
    public static TimeSpan Memory { get; } = TimeSpan.FromDays(180);

    /// <summary>The line that follows from a bounce; null when none does.</summary>
    /// <param name="report">The bounce.</param>
    /// <param name="sent">The message that came back.</param>
    /// <param name="earlier">How many times the recipient was on the list for bounces.</param>
    public static SuppressionEntry? Of(BounceReport report, SentRecord sent, int earlier)
    {
        if (!report.IsPermanent || ReasonOf(report.Cause) is not { } reason || SuppressionKey.Of(sent.Recipient) is not { } address) return null;
        return new SuppressionEntry
        {
            Address = address,
            Reason = reason,
            Evidence = Cut(Speaker(report) is { Length: > 0 } host ? $"{host} said: {report.Reply}" : report.Reply),
            Since = report.At,
            Until = report.At + Terms[Math.Min(earlier, Terms.Length - 1)],
            Times = earlier + 1,
        };
    }

    /// <summary>The line that follows from a complaint; null when none does.</summary>
    public static SuppressionEntry? Of(ComplaintReport report, SentRecord sent)
    {
        if (!report.IsAgainstUs || sent.AuthorDomain.Length == 0 || SuppressionKey.Of(sent.Recipient) is not { } address) return null;
        return new SuppressionEntry
        {
            Address = address,
            Scope = sent.IsBulk ? SuppressionScope.AuthorDomainBulk : SuppressionScope.AuthorDomain,
            AuthorDomain = SuppressionKey.DomainOf(sent.AuthorDomain),
            Reason = SuppressionReason.Complaint,
            Evidence = Cut(report.Reporter.Length > 0 ? $"{report.Kind}, reported by {report.Reporter}" : report.Kind),
            Since = report.At,
            Until = null,
        };
    }

    private static SuppressionReason? ReasonOf(Cause cause) => cause switch
    {
        Cause.RecipientUnknown => SuppressionReason.RecipientUnknown,
        Cause.RecipientDisabled => SuppressionReason.RecipientDisabled,
        _ => null,
    };

    private static string Speaker(BounceReport report) => report.RemoteHost.Length > 0 ? report.RemoteHost : report.Reporter;

    private static string Cut(string text) => Notices.SafeText.OneLine(text, MaxEvidence);
}
