using Todoku.Authentication.Dkim;
using Todoku.Authentication.Signatures;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>What DKIM says of each signature. A failing signature of somebody else beside one that passes costs nothing.</summary>
public sealed class DkimPoint : IMessageCheck
{
    /// <inheritdoc/>
    public string Id => "message-dkim";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["pass", "missing", "changed", "header-changed", "no-key", "expired", "broken", "unanswered", "cut", "not-seen"];

    /// <inheritdoc/>
    public bool NeedsWhole => true;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Authentication?.Dkim is not { } dkim) return Task.FromResult<IReadOnlyList<CheckResult>>([]);
        // Fields that were not read may hold one.
        if (!context.Message.Headers.IsComplete) return PointResult.Task(PointResult.Of(this, "not-seen", CheckStatus.NotKnown, "message", []));
        if (dkim.Signatures.Count == 0) return PointResult.Task(PointResult.Of(this, "missing", CheckStatus.Warning, "message", []));
        var passes = dkim.Result == DkimResult.Pass;
        return Task.FromResult<IReadOnlyList<CheckResult>>([.. dkim.Signatures.Select(check => Judge(check, passes, context.Message.IsCut))]);
    }

    private CheckResult Judge(SignatureCheck check, bool anotherPasses, bool isCut)
    {
        var (outcome, status) = check.Reason switch
        {
            SignatureReason.Verified => ("pass", CheckStatus.Pass),
            SignatureReason.KeyLookupFailed => ("unanswered", CheckStatus.NotKnown),
            SignatureReason.BodyHashMismatch or SignatureReason.BodyTooShort when isCut => ("cut", CheckStatus.NotKnown),
            SignatureReason.BodyHashMismatch or SignatureReason.BodyTooShort => ("changed", CheckStatus.Problem),
            SignatureReason.SignatureMismatch => ("header-changed", CheckStatus.Problem),
            SignatureReason.NoKey or SignatureReason.KeyMissing or SignatureReason.KeyRevoked => ("no-key", CheckStatus.Problem),
            SignatureReason.Expired => ("expired", CheckStatus.Warning),
            _ => ("broken", CheckStatus.Problem),
        };
        if (status == CheckStatus.Problem && anotherPasses) status = CheckStatus.Warning;
        var domain = check.Signature.Domain.IsRoot ? "?" : check.Signature.Domain.ToString();
        return PointResult.Of(this, outcome, status, domain, [$"{DkimResults.Word(DkimResults.Of(check.Reason))}: d={domain} s={check.Signature.Selector}"],
            new ReplyValue(ReplyValueNames.DkimDomain, domain), new ReplyValue(ReplyValueNames.DkimSelector, check.Signature.Selector),
            new ReplyValue(CheckValueNames.Name, check.Signature.KeyName.IsRoot ? "" : check.Signature.KeyName.ToString()));
    }
}
