using Todoku.Dns.Wire;
using Todoku.Mail;

namespace Todoku.Dns.Zones;

/// <summary>
/// Answers out of zone files before anybody is asked.
/// <list type="bullet">
/// <item>A zone with an SOA record is whole: for every name in it the file alone answers, also that there is none. Names that it hands on with
/// NS records go on.</item>
/// <item>Other records replace those of the same name and type, also in such a zone. Everything else goes on.</item>
/// <item>With nobody to go on to, the files are all there is: a name that none of them has doesn't exist.</item>
/// </list>
/// </summary>
public sealed class ZoneResolver : IDnsResolver
{
    private readonly IDnsResolver? _inner;
    private readonly Dictionary<DomainName, ZoneTree> _zones;
    private readonly ZoneTree? _overlay;
    private readonly DnsAnswer.NoData _noData;
    private readonly DnsAnswer.NoSuchDomain _noSuchDomain;

    /// <summary>Makes it.</summary>
    /// <param name="files">The files. When two hold the same zone, they are read as one.</param>
    /// <param name="inner">Whom to ask what they don't answer; null: nobody.</param>
    public ZoneResolver(IReadOnlyList<ZoneFile> files, IDnsResolver? inner)
    {
        ArgumentNullException.ThrowIfNull(files);
        _inner = inner;
        var zones = files.SelectMany(file => file.Apexes).Distinct().ToDictionary(apex => apex, _ => new List<(ZoneRecord, string)>());
        var others = new List<(ZoneRecord, string)>();
        foreach (var file in files)
        {
            var own = file.Apexes.ToHashSet();
            foreach (var record in file.Records) (Enclosing(own, record.Owner) is { } apex ? zones[apex] : others).Add((record, file.Name));
        }
        _zones = zones.ToDictionary(zone => zone.Key, zone => new ZoneTree(zone.Key, zone.Value));
        _overlay = others.Count > 0 ? new ZoneTree(DomainName.Root, others) : null;
        var names = string.Join(", ", files.Select(file => file.Name));
        _noData = new DnsAnswer.NoData(TimeSpan.Zero) { AnsweredBy = names };
        _noSuchDomain = new DnsAnswer.NoSuchDomain(TimeSpan.Zero) { AnsweredBy = names };
    }

    /// <inheritdoc/>
    public ValueTask<DnsAnswer> AskAsync(DomainName name, DnsRecordType type, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        List<DomainName>? aliases = null;
        var least = TimeSpan.MaxValue;
        var current = name;
        while (true)
        {
            var hit = Find(current, type);
            if (hit.Answer is { } answer) return new(aliases is null ? answer : Behind(aliases, least, answer));
            if (hit.Alias is not { Records: [DnsRecord.Name target, ..] } alias) break;
            aliases ??= [];
            if (aliases.Count == DnsLimits.Aliases || target.Value.Equals(name) || aliases.Contains(target.Value))
                return new(new DnsAnswer.Failed(DnsFailure.AliasLoop, alias.AnsweredBy));
            least = TimeToLive.Least(least, alias.TimeToLive);
            aliases.Add(current = target.Value);
        }
        var asking = _inner?.AskAsync(current, type, cancellationToken) ?? new(_overlay?.Find(current) is null ? _noSuchDomain : _noData);
        return aliases is null ? asking : BehindAsync(aliases, least, asking);
    }

    private ZoneHit Find(DomainName name, DnsRecordType type)
    {
        if (_overlay?.Find(name) is { } own && ZoneHit.Of(own, type) is { } hit && hit != default) return hit;
        if (Enclosing(_zones.Keys, name) is not { } apex || _zones[apex] is not { } zone || (_inner is not null && zone.IsDelegated(name))) return default;
        if (zone.Find(name) is not { } node) return new(zone.NoSuchDomain, null);
        hit = ZoneHit.Of(node, type);
        return hit == default ? new(zone.NoData, null) : hit;
    }

    private static DomainName? Enclosing(ICollection<DomainName> apexes, DomainName name)
    {
        if (apexes.Count == 0) return null;
        while (!apexes.Contains(name))
        {
            if (name.IsRoot) return null;
            name = name.Parent;
        }
        return name;
    }

    private static async ValueTask<DnsAnswer> BehindAsync(List<DomainName> aliases, TimeSpan least, ValueTask<DnsAnswer> asking) => Behind(aliases, least, await asking);

    // An answer as the name that was asked for has it.
    private static DnsAnswer Behind(List<DomainName> aliases, TimeSpan least, DnsAnswer answer) => answer switch
    {
        DnsAnswer.Found found => found with { TimeToLive = TimeToLive.Least(least, found.TimeToLive), Aliases = [.. aliases, .. found.Aliases], IsAuthenticated = false },
        DnsAnswer.NoData none => none with { TimeToLive = TimeToLive.Least(least, none.TimeToLive) },
        DnsAnswer.NoSuchDomain none => none with { TimeToLive = TimeToLive.Least(least, none.TimeToLive) },
        _ => answer,
    };
}
