using Todoku.Authentication.Spf;
using Todoku.Diagnosis.Messages.Routes;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>
/// What SPF says of the address that handed the message over. An address that was only read from a Received field makes a failure a warning:
/// the field may be that of a forwarding server.
/// </summary>
public sealed class SpfPoint : IMessageCheck
{
    /// <inheritdoc/>
    public string Id => "message-spf";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["pass", "fail", "neutral", "no-record", "error", "unanswered", "no-address", "no-sender"];

    /// <inheritdoc/>
    public bool NeedsWhole => true;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var envelope = context.Envelope;
        if (context.Authentication?.Spf is not { } spf || envelope.Ip is not { } ip) return PointResult.Task(PointResult.Of(this, "no-address", CheckStatus.NotKnown, "message", []));
        var domain = spf.Domain.Length > 0 ? spf.Domain : envelope.Helo;
        if (domain.Length == 0) return PointResult.Task(PointResult.Of(this, "no-sender", CheckStatus.NotKnown, "message", [], new ReplyValue(ReplyValueNames.Ip, ip.ToString())));
        var isGiven = envelope.IpSource == EnvelopeSource.Given;
        var (outcome, status) = spf.Verdict switch
        {
            SpfVerdict.Pass => ("pass", CheckStatus.Pass),
            SpfVerdict.Fail or SpfVerdict.SoftFail => ("fail", isGiven && spf.Verdict == SpfVerdict.Fail ? CheckStatus.Problem : CheckStatus.Warning),
            SpfVerdict.Neutral => ("neutral", CheckStatus.Warning),
            SpfVerdict.None => ("no-record", CheckStatus.Warning),
            SpfVerdict.PermError => ("error", CheckStatus.Problem),
            _ => ("unanswered", CheckStatus.NotKnown),
        };
        string[] evidence = [$"{spf.Verdict.ToWord()}: {ip}, {(spf.Identity == SpfIdentity.Helo ? "HELO" : "MAIL FROM")} {domain}", .. envelope.IpField.Length > 0 ? [Shown(envelope)] : Array.Empty<string>()];
        return PointResult.Task(PointResult.Of(this, outcome, status, domain, evidence,
            new ReplyValue(ReplyValueNames.Ip, ip.ToString()), new ReplyValue(ReplyValueNames.SpfDomain, domain), new ReplyValue(ReplyValueNames.SpfResult, spf.Verdict.ToWord())));
    }

    private static string Shown(MessageEnvelope envelope) => envelope.IpSource == EnvelopeSource.Received ? $"Received: {envelope.IpField}" : envelope.IpField;
}
