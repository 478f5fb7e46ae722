using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Receiving;

/// <summary>
/// Whether the From domain exists and can receive mail: an MX, or an address in its stead (RFC 5321, section 5.1), and no null MX (RFC 7505).
/// Receivers refuse mail from a domain that no answer can go to.
/// </summary>
public sealed class SenderDomainCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "sender-domain";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["receives", "no-such-domain", "null-mx", "no-server", "unanswered"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var domain = context.Subject.Domain;
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
                Values = [new ReplyValue(ReplyValueNames.Domain, domain.ToString())],
            },
        ];
    }
}
