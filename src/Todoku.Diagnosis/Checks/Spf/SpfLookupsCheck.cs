using Todoku.Authentication.Spf;
using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Spf;

/// <summary>
/// How many look-ups the record costs at worst, with all that it includes: over ten it is an error for every receiver (RFC 7208, section 4.6.4), and
/// at nine or ten the next change of somebody else's record breaks it.
/// </summary>
public sealed class SpfLookupsCheck : ICheck
{
    private const int NearLimit = SpfLimits.Lookups - 1;
    private const int MaxAddresses = 8;

    /// <inheritdoc/>
    public string Id => "spf-lookups";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["few", "near-limit", "too-many", "loop", "dead-include", "unanswered", "no-record"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var results = new List<CheckResult>();
        var domains = SpfPublication.DomainsOf(context);
        for (var i = 0; i < domains.Count; i++) results.Add(await JudgeAsync(context, domains[i], i == 0 ? CheckStatus.Problem : CheckStatus.Warning, cancellationToken).ConfigureAwait(false));
        return results;
    }

    private async Task<CheckResult> JudgeAsync(CheckContext context, DomainName domain, CheckStatus wrong, CancellationToken cancellationToken)
    {
        var publication = await SpfPublication.OfAsync(context, domain, cancellationToken).ConfigureAwait(false);
        if (publication.Only is not { } record) return Result(domain, "no-record", CheckStatus.NotApplicable, null, "");
        var top = await new SpfLookupCounter(context.Dns).CountAsync(record, domain, cancellationToken).ConfigureAwait(false);
        var below = Below(top).ToArray();
        if (below.FirstOrDefault(node => node.IsLoop) is { } loop) return Result(domain, "loop", wrong, top, loop.Term?.Text ?? "");
        if (top.Lookups > SpfLimits.Lookups)
            return Result(domain, "too-many", wrong, top, "") with { Records = await FlattenAsync(context, record, domain, top.Lookups, cancellationToken).ConfigureAwait(false) };
        // An include without a record is an error for the whole check (RFC 7208, section 5.2).
        if (below.FirstOrDefault(node => node.Problem is SpfReason.NoRecord or SpfReason.SeveralRecords or SpfReason.SyntaxErrors or SpfReason.MalformedDomain) is { } dead)
            return Result(domain, "dead-include", wrong, top, dead.Term?.Text ?? "");
        if (below.FirstOrDefault(node => node.Problem is SpfReason.DnsFailed) is { } silent) return Result(domain, "unanswered", CheckStatus.NotKnown, top, silent.Term?.Text ?? "");
        return top.Lookups >= NearLimit ? Result(domain, "near-limit", CheckStatus.Warning, top, "") : Result(domain, "few", CheckStatus.Pass, top, "");
    }

    private static IEnumerable<SpfLookupNode> Below(SpfLookupNode node) => node.Children.SelectMany(child => Below(child).Prepend(child));

    private CheckResult Result(DomainName domain, string outcome, CheckStatus status, SpfLookupNode? top, string term) =>
        new(Id, outcome, status, domain.ToString())
        {
            Evidence = top is null ? [] : [.. Lines(top, 0)],
            Values =
            [
                new ReplyValue(ReplyValueNames.Domain, domain.ToString()),
                new ReplyValue(CheckValueNames.Count, Figure.Of(top?.Lookups ?? 0)),
                new ReplyValue(CheckValueNames.Most, Figure.Of(SpfLimits.Lookups)),
                new ReplyValue(CheckValueNames.Term, term),
            ],
        };

    // Which include costs what, as a tree.
    private static IEnumerable<string> Lines(SpfLookupNode node, int depth)
    {
        yield return $"{new string(' ', depth * 2)}{node.Term?.Text ?? node.Domain}: {Figure.Of(node.Lookups + (node.Term is null ? 0 : 1))}{(node.IsLoop ? " (loop)" : "")}";
        foreach (var line in node.Children.SelectMany(child => Lines(child, depth + 1))) yield return line;
    }

    // What the sender can do alone: addresses in place of "a" and "mx", if that brings it under the limit.
    private static async Task<IReadOnlyList<PublishedRecord>> FlattenAsync(CheckContext context, SpfRecord record, DomainName domain, int lookups, CancellationToken cancellationToken)
    {
        var blocks = new Dictionary<SpfTerm.Mechanism, IReadOnlyList<AddressBlock>>();
        foreach (var mechanism in record.Mechanisms)
        {
            if (await BlocksOfAsync(context.Dns, mechanism, domain, cancellationToken).ConfigureAwait(false) is { } found) blocks[mechanism] = found;
        }
        var saved = blocks.Count + record.Mechanisms.Count(mechanism => mechanism is SpfTerm.Ptr);
        return record.IsValid && saved > 0 && lookups - saved <= SpfLimits.Lookups
            ? [new PublishedRecord(domain, DnsRecordType.TXT, SpfComposer.Flatten(record, mechanism => blocks.GetValueOrDefault(mechanism)))]
            : [];
    }

    private static async Task<IReadOnlyList<AddressBlock>?> BlocksOfAsync(IDnsResolver dns, SpfTerm.Mechanism mechanism, DomainName domain, CancellationToken cancellationToken)
    {
        var (target, prefix4, prefix6) = mechanism switch
        {
            SpfTerm.A { Qualifier: SpfQualifier.Pass } a => (a.Domain is null ? domain : a.Domain.Name, a.PrefixLength4, a.PrefixLength6),
            SpfTerm.Mx { Qualifier: SpfQualifier.Pass } mx => (mx.Domain is null ? domain : mx.Domain.Name, mx.PrefixLength4, mx.PrefixLength6),
            _ => (null, 0, 0),
        };
        if (target is null) return null;
        List<DomainName> hosts = [target];
        if (mechanism is SpfTerm.Mx)
        {
            if (await dns.AskAsync(target, DnsRecordType.MX, cancellationToken).ConfigureAwait(false) is not DnsAnswer.Found exchangers) return null;
            hosts = [.. exchangers.Records.OfType<DnsRecord.MailExchanger>().Select(mx => mx.Host).Where(host => !host.IsRoot)];
        }
        var blocks = new List<AddressBlock>();
        foreach (var host in hosts)
        {
            foreach (var (type, prefix) in new[] { (DnsRecordType.A, prefix4), (DnsRecordType.AAAA, prefix6) })
            {
                var answer = await dns.AskAsync(host, type, cancellationToken).ConfigureAwait(false);
                if (answer is DnsAnswer.Failed) return null;
                if (answer is DnsAnswer.Found found) blocks.AddRange(found.Records.OfType<DnsRecord.Address>().Select(address => new AddressBlock(address.Value, prefix)));
            }
        }
        return blocks.Count is > 0 and <= MaxAddresses ? blocks : null;
    }
}
