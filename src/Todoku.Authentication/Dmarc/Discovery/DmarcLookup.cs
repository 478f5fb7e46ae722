using System.Text;
using Todoku.Authentication.Dmarc.Records;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Authentication.Dmarc.Discovery;

/// <summary>Looks up DMARC records for one evaluation; a name that was asked for once is not asked for again.</summary>
public sealed class DmarcLookup(IDnsResolver resolver, DmarcStandard standard)
{
    /// <summary>The label below which a domain has its record.</summary>
    public const string Label = "_dmarc";

    private const int MaxTextLength = 1_000;

    private readonly Dictionary<DomainName, DmarcQuery> _asked = [];

    /// <summary>Looks for the record of a domain.</summary>
    public async ValueTask<DmarcQuery> FindAsync(DomainName domain, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(domain);
        if (_asked.TryGetValue(domain, out var known)) return known;
        // Where the name grows too long for DNS, there can be no record.
        DmarcFinding finding = domain.TryPrepend(Label, out var name)
            ? Read(await resolver.AskAsync(name, DnsRecordType.TXT, cancellationToken))
            : new DmarcFinding.Absent(true, []);
        var query = new DmarcQuery(domain, finding);
        _asked.Add(domain, query);
        return query;
    }

    private DmarcFinding Read(DnsAnswer answer) => answer switch
    {
        DnsAnswer.Found found => Read(found.Records),
        DnsAnswer.NoSuchDomain => new DmarcFinding.Absent(true, []),
        DnsAnswer.Failed failed => new DmarcFinding.Failed(failed.Failure, failed.Server),
        _ => new DmarcFinding.Absent(false, []),
    };

    // Records that don't begin with the version are passed over; so is a copy, which a record set can't hold (RFC 2181, section 5).
    private DmarcFinding Read(IReadOnlyList<DnsRecord> records)
    {
        DmarcRecord? first = null;
        var count = 0;
        var texts = new List<string>();
        var others = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in records.OfType<DnsRecord.Text>())
        {
            if (!seen.Add(Encoding.Latin1.GetString(text.Value.Span))) continue;
            if (!DmarcRecord.TryParse(text.Value.Span, standard, out var record))
            {
                if (others.Count < DmarcFinding.MaxTexts) others.Add(Show(text));
                continue;
            }
            first ??= record;
            count++;
            if (texts.Count < DmarcFinding.MaxTexts) texts.Add(Show(text));
        }
        return count switch
        {
            0 => new DmarcFinding.Absent(false, others),
            1 when first is not null => new DmarcFinding.Record(first),
            _ => new DmarcFinding.Several(texts, count),
        };
    }

    private static string Show(DnsRecord.Text text) => Encoding.UTF8.GetString(text.Value.Span[..Math.Min(text.Value.Length, MaxTextLength)]);
}
