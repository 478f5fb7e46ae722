using Todoku.Authentication.MtaSts;
using Todoku.Diagnosis.Checks.Receiving;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Transport;

/// <summary>
/// Whether the From domain's MTA-STS, if it has any, holds together: one record, a policy that can be had and read, patterns that fit its servers
/// (RFC 8461). It concerns mail that the domain receives, so it is never a problem for what it sends.
/// </summary>
public sealed class MtaStsCheck : ICheck
{
    private const int MaxShown = 500;

    /// <inheritdoc/>
    public string Id => "mta-sts";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } =
        ["absent", "enforced", "testing", "switched-off", "several-records", "bad-record", "no-policy", "bad-certificate", "bad-policy", "mx-not-named", "not-reached", "unanswered"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var domain = context.Subject.Domain;
        if (!MtaStsRecord.TryName(domain, out var name)) return [Result("absent", CheckStatus.NotApplicable, domain, [])];
        var (records, evidence) = await TextRecords.OfAsync(context, name, MtaStsRecord.Version, cancellationToken).ConfigureAwait(false);
        var reception = await MailReception.OfAsync(context, domain, cancellationToken).ConfigureAwait(false);
        var result = records switch
        {
            null => Result("unanswered", CheckStatus.NotKnown, domain, evidence),
            [] => Result("absent", CheckStatus.NotApplicable, domain, evidence),
            [var record] when MtaStsRecord.IdOf(record) is not null => await OfPolicyAsync(context, domain, evidence, cancellationToken).ConfigureAwait(false),
            [_] => Result("bad-record", CheckStatus.Warning, domain, evidence),
            // More than one is as none (RFC 8461, section 3.1).
            _ => Result("several-records", CheckStatus.Warning, domain, evidence),
        };
        return [reception.Servers is [var first, ..] ? result with { Values = [.. result.Values, new ReplyValue(CheckValueNames.MxHost, first.ToString())] } : result];
    }

    private async Task<CheckResult> OfPolicyAsync(CheckContext context, DomainName domain, IReadOnlyList<string> record, CancellationToken cancellationToken)
    {
        var fetch = await context.Policies.FetchAsync(domain, cancellationToken).ConfigureAwait(false);
        var url = PolicyUrl.Of(domain)?.ToString() ?? domain.ToString();
        switch (fetch)
        {
            case PolicyFetch.Refused refused:
                return Result("no-policy", CheckStatus.Warning, domain, [.. record, $"{url}: {refused.Reason}"], new ReplyValue(CheckValueNames.Reason, refused.Reason));
            case PolicyFetch.BadCertificate certificate:
                return Result("bad-certificate", CheckStatus.Warning, domain, [.. record, $"{url}: {certificate.Reason}"], new ReplyValue(CheckValueNames.Reason, certificate.Reason));
            case PolicyFetch.NotReached lost:
                return Result("not-reached", CheckStatus.NotKnown, domain, [.. record, $"{url}: {lost.Reason}"], new ReplyValue(CheckValueNames.Reason, lost.Reason));
        }
        if (MtaStsPolicy.Parse(((PolicyFetch.Fetched)fetch).Text, out var fault) is not { } policy)
            return Result("bad-policy", CheckStatus.Warning, domain, [.. record, $"{url}: {fault}"], new ReplyValue(CheckValueNames.Term, fault));
        string[] evidence = [.. record, $"{url}: mode: {policy.Mode}, max_age: {policy.MaxAge}, {Shown($"mx: {string.Join(", ", policy.Patterns)}")}"];
        if (policy.Mode == "none") return Result("switched-off", CheckStatus.Pass, domain, evidence);
        var reception = await MailReception.OfAsync(context, domain, cancellationToken).ConfigureAwait(false);
        DomainName[] strangers = [.. reception.Servers.Where(host => !policy.Matches(host))];
        if (strangers.Length > 0)
            return Result("mx-not-named", CheckStatus.Warning, domain, [.. evidence, .. reception.Evidence], new ReplyValue(CheckValueNames.Names, string.Join(", ", strangers.Take(MxHostsCheck.MaxHosts))));
        if (reception.Kind == MailReceptionKind.NotKnown) return Result("unanswered", CheckStatus.NotKnown, domain, [.. evidence, .. reception.Evidence]);
        return Result(policy.Mode == "enforce" ? "enforced" : "testing", CheckStatus.Pass, domain, evidence);
    }

    // A stranger's text.
    private static string Shown(string text) => text.Length <= MaxShown ? text : $"{text.AsSpan(0, MaxShown)}...";

    private CheckResult Result(string outcome, CheckStatus status, DomainName domain, IReadOnlyList<string> evidence, params ReplyValue[] values) =>
        new(Id, outcome, status, domain.ToString()) { Evidence = evidence, Values = [new ReplyValue(ReplyValueNames.Domain, domain.ToString()), .. values] };
}
