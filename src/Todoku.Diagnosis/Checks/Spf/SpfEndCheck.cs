using Todoku.Authentication.Spf;
using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Spf;

/// <summary>
/// What the record says of all other senders: it should end in <c>-all</c> or <c>~all</c>. <c>+all</c> lets everybody in and makes the record
/// worthless; <c>?all</c> and no end say nothing. A redirect hands the question on.
/// </summary>
public sealed class SpfEndCheck : ICheck
{
    private const int MaxRedirects = 5;

    /// <inheritdoc/>
    public string Id => "spf-end";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["closed", "open", "neutral", "unended", "not-followed", "several", "no-record"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var results = new List<CheckResult>();
        foreach (var domain in SpfPublication.DomainsOf(context)) results.Add(await JudgeAsync(context, domain, cancellationToken).ConfigureAwait(false));
        return results;
    }

    private async Task<CheckResult> JudgeAsync(CheckContext context, DomainName domain, CancellationToken cancellationToken)
    {
        var publication = await SpfPublication.OfAsync(context, domain, cancellationToken).ConfigureAwait(false);
        var evidence = publication.Evidence.ToList();
        for (var step = 0; step < MaxRedirects && publication.Only is { } record; step++)
        {
            if (record.Mechanisms.OfType<SpfTerm.All>().FirstOrDefault() is { } all) return OfEnd(context, domain, publication, all, evidence);
            if (record.Redirect is null) return Result(domain, "unended", CheckStatus.Warning, evidence, Ended(context, publication, "~all"));
            if (record.Redirect.Domain.Name is not { } target) break;
            publication = await SpfPublication.OfAsync(context, target, cancellationToken).ConfigureAwait(false);
            evidence.AddRange(publication.Evidence);
        }
        // That it is not there, or there twice, is told by the record's own point.
        return (publication.Domain.Equals(domain), publication.Records.Count) switch
        {
            (true, 0) => Result(domain, "no-record", CheckStatus.NotApplicable, evidence, []),
            (true, > 1) => Result(domain, "several", CheckStatus.NotApplicable, evidence, []),
            _ => Result(domain, "not-followed", CheckStatus.NotKnown, [.. evidence.Distinct()], []),
        };
    }

    private CheckResult OfEnd(CheckContext context, DomainName domain, SpfPublication publication, SpfTerm.All all, List<string> evidence) => all.Qualifier switch
    {
        SpfQualifier.Pass => Result(domain, "open", CheckStatus.Problem, evidence, Ended(context, publication, "~all")),
        SpfQualifier.Neutral => Result(domain, "neutral", CheckStatus.Warning, evidence, Ended(context, publication, "~all")),
        _ => Result(domain, "closed", CheckStatus.Pass, evidence, [], all.Text),
    };

    // Only the record of the sender's own domain is the sender's to change.
    private static PublishedRecord[] Ended(CheckContext context, SpfPublication publication, string end)
    {
        if (publication.Only is not { IsValid: true } record || !SpfPublication.IsOwn(context, publication.Domain)) return [];
        var kept = record.Terms.Where(term => term is not SpfTerm.All).Select(term => term.Text);
        return [new PublishedRecord(publication.Domain, DnsRecordType.TXT, $"v=spf1 {string.Join(' ', [.. kept, end])}")];
    }

    private CheckResult Result(DomainName domain, string outcome, CheckStatus status, IReadOnlyList<string> evidence, IReadOnlyList<PublishedRecord> records, string term = "") =>
        new(Id, outcome, status, domain.ToString())
        {
            Evidence = evidence,
            Values = [new ReplyValue(ReplyValueNames.Domain, domain.ToString()), new ReplyValue(CheckValueNames.Term, term)],
            Records = records,
        };
}
