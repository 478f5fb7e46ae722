using Todoku.Diagnosis.Checks.Addresses;
using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Receiving;

/// <summary>
/// Whether the Return-Path belongs to the From domain, so that SPF can count for DMARC (RFC 9989, "Identifier Alignment"): the same domain in strict mode,
/// the same organisation in relaxed mode. The sending server's own name is the commonest wrong one: a website did not say who sends.
/// </summary>
public sealed class ReturnPathAlignmentCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "return-path-alignment";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["same", "relaxed", "host-name", "other-domain", "host-default", "not-given"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var subject = context.Subject;
        if (subject.ReturnPathDomain is not { } sender) return [WithoutReturnPath(context)];
        if (sender.Equals(subject.Domain)) return [Result("same", CheckStatus.Pass, subject.Domain, sender, [])];
        if (context.AreOfOneOrganization(sender, subject.Domain)) return [Result("relaxed", CheckStatus.Pass, subject.Domain, sender, [])];
        return await HostEvidenceAsync(context, sender, cancellationToken).ConfigureAwait(false) is { } evidence
            ? [Result("host-name", CheckStatus.Problem, subject.Domain, sender, evidence)]
            : [Result("other-domain", CheckStatus.Warning, subject.Domain, sender, [])];
    }

    // What this server gives to senders without a domain, such as a website's apache or www-data.
    private CheckResult WithoutReturnPath(CheckContext context)
    {
        var subject = context.Subject;
        return subject.LocalOrigin is { } origin && !context.AreOfOneOrganization(origin, subject.Domain)
            ? Result("host-default", CheckStatus.Warning, subject.Domain, origin, [$"myorigin = {origin}"])
            : Result("not-given", CheckStatus.NotKnown, subject.Domain, subject.Domain, []);
    }

    // Null: nothing says that it is the host's name.
    private static async Task<IReadOnlyList<string>?> HostEvidenceAsync(CheckContext context, DomainName sender, CancellationToken cancellationToken)
    {
        if (sender.Equals(context.Subject.HeloName)) return [$"HELO {sender}"];
        if (sender.Equals(context.Subject.LocalOrigin)) return [$"myorigin = {sender}"];
        foreach (var address in context.Subject.Addresses)
        {
            var reverse = await ReverseNames.OfAsync(context, address, cancellationToken).ConfigureAwait(false);
            if (reverse.Names.Contains(sender)) return reverse.Evidence;
        }
        if (context.Subject.Addresses.Count == 0) return null;
        // A domain of mail has an MX, also when its website is on the sending server.
        var reception = await MailReception.OfAsync(context, sender, cancellationToken).ConfigureAwait(false);
        if (reception.Kind != MailReceptionKind.AddressOnly) return null;
        var forward = await ForwardLookup.OfBothAsync(context, sender, cancellationToken).ConfigureAwait(false);
        return context.Subject.Addresses.Any(forward.Addresses.Contains) ? [DnsEvidence.Of(sender, DnsRecordType.MX, new DnsAnswer.NoData(TimeSpan.Zero))[0], .. forward.Evidence] : null;
    }

    private CheckResult Result(string outcome, CheckStatus status, DomainName domain, DomainName sender, IReadOnlyList<string> evidence) => new(Id, outcome, status, sender.ToString())
    {
        Evidence = outcome is "not-given" ? [] : outcome is "host-default" ? [$"From: {domain}", .. evidence] : [$"From: {domain}", $"Return-Path: {sender}", .. evidence],
        Values =
        [
            new ReplyValue(ReplyValueNames.Domain, domain.ToString()),
            new ReplyValue(CheckValueNames.Name, sender.ToString()),
            new ReplyValue(ReturnPathDomainCheck.SenderDomain, sender.ToString()),
        ],
    };
}
