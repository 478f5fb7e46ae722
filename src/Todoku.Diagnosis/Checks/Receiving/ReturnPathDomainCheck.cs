using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Receiving;

/// <summary>Whether bounces can reach the Return-Path: its domain exists and receives mail (RFC 5321, sections 4.4 and 5.1; RFC 7505).</summary>
public sealed class ReturnPathDomainCheck : ICheck
{
    /// <summary>The value that steps know the envelope sender's domain by.</summary>
    internal const string SenderDomain = "sender_domain";

    /// <inheritdoc/>
    public string Id => "return-path-domain";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["receives", "no-such-domain", "null-mx", "no-server", "unanswered", "not-given"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Subject.ReturnPathDomain is not { } domain) return [new CheckResult(Id, "not-given", CheckStatus.NotApplicable, context.Subject.Domain.ToString())];
        var reception = await MailReception.OfAsync(context, domain, cancellationToken).ConfigureAwait(false);
        var (outcome, status) = reception.Kind switch
        {
            MailReceptionKind.Servers or MailReceptionKind.AddressOnly => ("receives", CheckStatus.Pass),
            MailReceptionKind.NoSuchDomain => ("no-such-domain", CheckStatus.Problem),
            MailReceptionKind.NullMx => ("null-mx", CheckStatus.Problem),
            MailReceptionKind.Nothing => ("no-server", CheckStatus.Problem),
            _ => ("unanswered", CheckStatus.NotKnown),
        };
        return
        [
            new CheckResult(Id, outcome, status, domain.ToString())
            {
                Evidence = reception.Evidence,
                Values = [new ReplyValue(ReplyValueNames.Domain, domain.ToString()), new ReplyValue(SenderDomain, domain.ToString())],
            },
        ];
    }
}
