using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Receiving;

/// <summary>
/// Whether postmaster@ and abuse@ of the From domain can be written to (RFC 2142; RFC 5321, section 4.5.1). Receivers send complaints there. DNS tells
/// only when they can't be; whether they exist and are read is not known from here.
/// </summary>
public sealed class RoleMailboxCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "role-mailboxes";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["not-known", "cannot-receive", "unanswered"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var domain = context.Subject.Domain;
        var reception = await MailReception.OfAsync(context, domain, cancellationToken).ConfigureAwait(false);
        var (outcome, status) = reception.Kind switch
        {
            MailReceptionKind.Servers or MailReceptionKind.AddressOnly => ("not-known", CheckStatus.NotKnown),
            MailReceptionKind.NotKnown => ("unanswered", CheckStatus.NotKnown),
            _ => ("cannot-receive", CheckStatus.Warning),
        };
        return [new CheckResult(Id, outcome, status, domain.ToString()) { Evidence = reception.Evidence, Values = [new ReplyValue(ReplyValueNames.Domain, domain.ToString())] }];
    }
}
