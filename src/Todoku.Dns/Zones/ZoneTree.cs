using Todoku.Dns.Wire;
using Todoku.Mail;

namespace Todoku.Dns.Zones;

/// <summary>Records by name, with the names between them that have none of their own, and wildcards (RFC 4592).</summary>
internal sealed class ZoneTree
{
    private const string Wildcard = "*";

    private readonly DomainName _apex;
    private readonly Dictionary<DomainName, ZoneNode> _nodes = [];

    /// <summary>Makes it.</summary>
    /// <param name="apex">The name that all of them are within.</param>
    /// <param name="records">The records, each with the name of its file.</param>
    public ZoneTree(DomainName apex, IEnumerable<(ZoneRecord Record, string File)> records)
    {
        _apex = apex;
        NodeOf(apex);
        foreach (var group in records.GroupBy(item => (item.Record.Owner, item.Record.Type)))
        {
            // One record twice is one record (RFC 2181, section 5).
            var contents = group.Select(item => item.Record.Content).DistinctBy(content => RecordText.Of(content)).ToArray();
            var time = group.Min(item => item.Record.TimeToLive);
            NodeOf(group.Key.Owner).Add(group.Key.Type, new DnsAnswer.Found(contents, time) { AnsweredBy = group.First().File });
        }
        var authority = _nodes[apex].Find(DnsRecordType.SOA);
        // RFC 2308, section 5.
        var lack = authority is { Records: [DnsRecord.StartOfAuthority soa, ..] } ? TimeToLive.Least(authority.TimeToLive, soa.NegativeTimeToLive) : TimeSpan.Zero;
        NoData = new DnsAnswer.NoData(lack) { AnsweredBy = authority?.AnsweredBy ?? "" };
        NoSuchDomain = new DnsAnswer.NoSuchDomain(lack) { AnsweredBy = authority?.AnsweredBy ?? "" };
    }

    /// <summary>The answer for a name that has no record of a type.</summary>
    public DnsAnswer.NoData NoData { get; }

    /// <summary>The answer for a name that doesn't exist.</summary>
    public DnsAnswer.NoSuchDomain NoSuchDomain { get; }

    /// <summary>What answers for a name: its own node, or that of the wildcard that covers it; null when the name doesn't exist.</summary>
    public ZoneNode? Find(DomainName name)
    {
        if (_nodes.TryGetValue(name, out var node)) return node;
        var encloser = name.Parent;
        while (!_nodes.ContainsKey(encloser))
        {
            if (encloser.IsRoot) return null;
            encloser = encloser.Parent;
        }
        return encloser.TryPrepend(Wildcard, out var wildcard) && _nodes.TryGetValue(wildcard, out node) ? node : null;
    }

    /// <summary>Whether the zone hands the name on to other servers: NS records at it or above it, below the apex (RFC 1034, section 4.2.1).</summary>
    public bool IsDelegated(DomainName name)
    {
        for (; !name.Equals(_apex) && !name.IsRoot; name = name.Parent)
            if (_nodes.TryGetValue(name, out var node) && node.Find(DnsRecordType.NS) is not null) return true;
        return false;
    }

    private ZoneNode NodeOf(DomainName name)
    {
        if (_nodes.TryGetValue(name, out var node)) return node;
        _nodes.Add(name, node = new ZoneNode());
        for (; !name.Equals(_apex) && !name.IsRoot && _nodes.TryAdd(name.Parent, new ZoneNode()); name = name.Parent)
        {
        }
        return node;
    }
}
