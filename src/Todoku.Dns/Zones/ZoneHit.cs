namespace Todoku.Dns.Zones;

/// <summary>What the files say to a question; nothing at all when they leave it to others.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Alias">The CNAME to be followed.</param>
internal readonly record struct ZoneHit(DnsAnswer? Answer, DnsAnswer.Found? Alias)
{
    /// <summary>What a name has for a type.</summary>
    public static ZoneHit Of(ZoneNode node, DnsRecordType type) => node.Find(type) is { } answer ? new(answer, null) : new(null, node.Find(DnsRecordType.CNAME));
}
