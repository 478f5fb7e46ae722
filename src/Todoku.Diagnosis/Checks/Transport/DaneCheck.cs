using Todoku.Diagnosis.Checks.Receiving;
using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Transport;

/// <summary>
/// Whether TLSA records of the From domain's servers, if there are any, can be used by senders (RFC 7672): verified by DNSSEC, usage 2 or 3, digests of
/// the right length. The certificates themselves are not looked at. It concerns mail that the domain receives.
/// </summary>
public sealed class DaneCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "dane";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["absent", "usable", "unusable", "partly", "not-authenticated", "unanswered"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var domain = context.Subject.Domain;
        var reception = await MailReception.OfAsync(context, domain, cancellationToken).ConfigureAwait(false);
        if (reception.Kind == MailReceptionKind.NotKnown) return [Result("unanswered", CheckStatus.NotKnown, domain, domain, reception.Evidence)];
        var hosts = reception.Servers.Distinct().Take(MxHostsCheck.MaxHosts);
        var results = await Task.WhenAll(hosts.Select(host => LookAsync(context, domain, host, cancellationToken))).ConfigureAwait(false);
        CheckResult[] open = [.. results.Where(result => result.Outcome != "absent")];
        return open.Length > 0 ? open : [Result("absent", CheckStatus.NotApplicable, domain, domain, [.. results.SelectMany(result => result.Evidence)])];
    }

    private async Task<CheckResult> LookAsync(CheckContext context, DomainName domain, DomainName host, CancellationToken cancellationToken)
    {
        if (!host.TryPrepend("_25._tcp", out var name)) return Result("absent", CheckStatus.NotApplicable, domain, host, []);
        var answer = await context.Dns.AskAsync(name, DnsRecordType.TLSA, cancellationToken).ConfigureAwait(false);
        var evidence = DnsEvidence.Of(name, DnsRecordType.TLSA, answer);
        if (answer is DnsAnswer.Failed) return Result("unanswered", CheckStatus.NotKnown, domain, host, evidence);
        if (answer is not DnsAnswer.Found found) return Result("absent", CheckStatus.NotApplicable, domain, host, evidence);
        if (!found.IsAuthenticated) return Result("not-authenticated", CheckStatus.NotKnown, domain, host, evidence);
        var usable = found.Records.OfType<DnsRecord.TlsAssociation>().Count(IsUsable);
        var (outcome, status) = usable == found.Records.Count ? ("usable", CheckStatus.Pass) : usable > 0 ? ("partly", CheckStatus.Warning) : ("unusable", CheckStatus.Warning);
        return Result(outcome, status, domain, host, evidence);
    }

    // Usages 0 and 1 are not for SMTP (RFC 7672, section 3.1.3); the lengths are those of SHA-256 and SHA-512 (RFC 6698, section 2.1.3).
    private static bool IsUsable(DnsRecord.TlsAssociation record) => record is { Usage: 2 or 3, Selector: 0 or 1 } && record.MatchingType switch
    {
        0 => record.Data.Length > 0,
        1 => record.Data.Length == 32,
        2 => record.Data.Length == 64,
        _ => false,
    };

    private CheckResult Result(string outcome, CheckStatus status, DomainName domain, DomainName host, IReadOnlyList<string> evidence) => new(Id, outcome, status, host.ToString())
    {
        Evidence = evidence,
        Values = [new ReplyValue(ReplyValueNames.Domain, domain.ToString()), new ReplyValue(CheckValueNames.Name, host.ToString()), new ReplyValue(CheckValueNames.MxHost, host.ToString())],
    };
}
