using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Authentication.Spf;

/// <summary>Counts what a record costs at worst, without a client: walks through its includes and its redirect.</summary>
public sealed class SpfLookupCounter(IDnsResolver resolver)
{
    /// <summary>How many records are read for one count; far over what a check would read.</summary>
    public const int MaxRecords = 100;

    private readonly SpfRecordCache _records = new();

    /// <summary>Counts the record that a domain publishes.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async ValueTask<SpfLookupNode> CountAsync(DomainName domain, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(domain);
        return await ReadAsync(new Walk(), domain, null, [], ct);
    }

    /// <summary>Counts a record as if the domain published it.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async ValueTask<SpfLookupNode> CountAsync(SpfRecord record, DomainName domain, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(domain);
        return await FollowAsync(new Walk(), record, domain, null, [], ct);
    }

    private async ValueTask<SpfLookupNode> ReadAsync(Walk walk, DomainName domain, SpfTerm? term, IReadOnlyList<DomainName> above, CancellationToken ct)
    {
        var name = domain.ToString();
        if (above.Contains(domain)) return new SpfLookupNode { Domain = name, Term = term, IsLoop = true };
        if (++walk.Records > MaxRecords && term is not null) return new SpfLookupNode { Domain = name, Term = term, Problem = new SpfReason.TooManyLookups(name, term) };
        var (record, problem) = await ReadRecordAsync(domain, ct);
        return record is null
            ? new SpfLookupNode { Domain = name, Term = term, Problem = problem }
            : await FollowAsync(walk, record, domain, term, above, ct);
    }

    private async ValueTask<SpfLookupNode> FollowAsync(Walk walk, SpfRecord record, DomainName domain, SpfTerm? term, IReadOnlyList<DomainName> above, CancellationToken ct)
    {
        var terms = Reached(record).Where(other => other.AsksDns).ToArray();
        var children = new List<SpfLookupNode>();
        foreach (var other in terms)
        {
            var target = other switch { SpfTerm.Include include => include.Domain, SpfTerm.Redirect redirect => redirect.Domain, _ => null };
            if (target is null) continue;
            children.Add(target switch
            {
                { HasMacros: true } => new SpfLookupNode { Domain = target.Text, Term = other, HasMacros = true },
                { Name: { LabelCount: > 1 } name } => await ReadAsync(walk, name, other, [.. above, domain], ct),
                _ => new SpfLookupNode { Domain = target.Text, Term = other, Problem = new SpfReason.MalformedDomain(target.Text) },
            });
        }
        return new SpfLookupNode
        {
            Domain = domain.ToString(),
            Term = term,
            Record = record,
            Problem = record.IsValid ? null : new SpfReason.SyntaxErrors(domain.ToString(), record),
            Terms = terms,
            Children = children,
        };
    }

    // The terms that a check can come to: none behind all, and no redirect beside it (section 5.1).
    private static IEnumerable<SpfTerm> Reached(SpfRecord record)
    {
        foreach (var mechanism in record.Mechanisms)
        {
            if (mechanism is SpfTerm.All) yield break;
            yield return mechanism;
        }
        if (record.Redirect is { } redirect) yield return redirect;
    }

    private async ValueTask<(SpfRecord? Record, SpfReason? Problem)> ReadRecordAsync(DomainName domain, CancellationToken ct)
    {
        var name = domain.ToString();
        switch (await resolver.AskAsync(domain, DnsRecordType.TXT, ct))
        {
            case DnsAnswer.Failed failed:
                return (null, new SpfReason.DnsFailed(name, null, name, DnsRecordType.TXT, failed.Failure));
            case DnsAnswer.Found found:
                var choice = _records.Choose(found);
                return choice.Count > 1 ? (null, new SpfReason.SeveralRecords(name, choice.Count)) : (choice.Record, new SpfReason.NoRecord(name, Exists: true));
            case var none:
                return (null, new SpfReason.NoRecord(name, none is DnsAnswer.NoData));
        }
    }

    // How many records were read.
    private sealed class Walk
    {
        public int Records { get; set; }
    }
}
