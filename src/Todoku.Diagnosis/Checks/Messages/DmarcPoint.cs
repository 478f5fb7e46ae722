using Todoku.Authentication.Dmarc;
using Todoku.Authentication.Dmarc.Records;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>What DMARC says. While SPF is not known a failure is not known either: SPF alone may carry it.</summary>
public sealed class DmarcPoint : IMessageCheck
{
    /// <inheritdoc/>
    public string Id => "message-dmarc";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["pass", "refused", "junk", "fails", "spf-unknown", "no-record", "no-author", "unanswered", "cut", "not-seen"];

    /// <inheritdoc/>
    public bool NeedsWhole => true;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Authentication is not { } authentication) return Task.FromResult<IReadOnlyList<CheckResult>>([]);
        var dmarc = authentication.Dmarc;
        var domain = context.Message.AuthorDomainName?.ToString() ?? "";
        var policy = dmarc.Policy?.Applied ?? DmarcPolicy.None;
        var (outcome, status) = dmarc switch
        {
            { Verdict: DmarcVerdict.Pass } => ("pass", CheckStatus.Pass),
            // Another From may stand behind what was read.
            { Reason: DmarcReason.NoAuthorDomain } when !context.Message.Headers.IsComplete => ("not-seen", CheckStatus.NotKnown),
            { Reason: DmarcReason.NoAuthorDomain } => ("no-author", CheckStatus.Problem),
            { Verdict: DmarcVerdict.TempError } => ("unanswered", CheckStatus.NotKnown),
            { Verdict: DmarcVerdict.None } => ("no-record", CheckStatus.Warning),
            _ when context.Message.IsReadInPart => ("cut", CheckStatus.NotKnown),
            _ when !context.IsSpfKnown => ("spf-unknown", CheckStatus.NotKnown),
            _ => policy switch
            {
                DmarcPolicy.Reject => ("refused", CheckStatus.Problem),
                DmarcPolicy.Quarantine => ("junk", CheckStatus.Problem),
                _ => ("fails", CheckStatus.Warning),
            },
        };
        return PointResult.Task(PointResult.Of(this, outcome, status, domain.Length > 0 ? domain : "message",
            [$"{dmarc.Verdict.Word}, policy {policy.Word}"], new ReplyValue(ReplyValueNames.DmarcDomain, domain), new ReplyValue(ReplyValueNames.DmarcResult, policy.Word)));
    }
}
