using Todoku.Dns;
using Todoku.Dns.Serving;
using Todoku.Dns.Zones;
using Todoku.Mail;

namespace Todoku.Sandbox.World;

/// <summary>
/// All that DNS of a world says. What answers a question, the first that has something:
/// <code>
/// a blocklist whose zone the name is in
/// what was published or withdrawn while the world ran, by name and type
/// the records of zones, and those that hosts and providers bring along
/// the root, which is empty: a name that nothing has does not exist
/// </code>
/// </summary>
public sealed class WorldZones : IDnsResolver, INameServerContent
{
    private readonly Lock _lock = new();
    private readonly List<ZoneSource> _sources;
    private readonly List<ZoneRecord> _own;
    private readonly Dictionary<(DomainName Owner, DnsRecordType Type), IReadOnlyList<ZoneRecord>> _changes = [];
    private readonly Dictionary<DomainName, Blocklist> _blocklists;
    private readonly TimeSpan _timeToLive;
    private readonly Action<string> _tell;
    private volatile Answers _answers;

    /// <summary>Makes them.</summary>
    /// <param name="sources">The zones.</param>
    /// <param name="own">Records of hosts and providers.</param>
    /// <param name="blocklists">The blocklists.</param>
    /// <param name="timeToLive">The time of records that have none.</param>
    /// <param name="tell">Is told what is wrong with a file that was changed.</param>
    /// <exception cref="ZoneFileException">The records can't stand together.</exception>
    public WorldZones(IEnumerable<ZoneSource> sources, IEnumerable<ZoneRecord> own, IEnumerable<Blocklist> blocklists, TimeSpan timeToLive, Action<string> tell)
    {
        ArgumentNullException.ThrowIfNull(blocklists);
        _sources = [.. sources];
        _own = [.. own];
        _blocklists = blocklists.ToDictionary(list => list.Zone);
        (_timeToLive, _tell) = (timeToLive, tell);
        _answers = Build(_changes);
    }

    /// <summary>The time of records that have none.</summary>
    public TimeSpan TimeToLive => _timeToLive;

    /// <summary>Puts records in the place of those of the same name and type.</summary>
    /// <param name="records">The records, as a zone file has them.</param>
    /// <returns>What is wrong with them, in which case nothing is changed; null when nothing is.</returns>
    public ZoneFileException? Publish(string records)
    {
        try
        {
            var file = ZoneTexts.Read(DomainName.Root, records, "records", _timeToLive);
            return Change([.. file.Records.GroupBy(record => (record.Owner, record.Type)).Select(group => (group.Key, (IReadOnlyList<ZoneRecord>)[.. group]))]);
        }
        catch (ZoneFileException wrong)
        {
            return wrong;
        }
    }

    /// <summary>Takes the records of a type away from a name.</summary>
    public void Withdraw(DomainName name, DnsRecordType type) => Change([((name, type), [])]);

    /// <summary>Takes over zone files that were changed.</summary>
    public void Look()
    {
        lock (_lock)
        {
            var isNew = false;
            foreach (var source in _sources)
            {
                if (source.Look(out var changed) is { } wrong) _tell(wrong.Message);
                isNew |= changed;
            }
            if (!isNew) return;
            try
            {
                _answers = Build(_changes);
            }
            catch (ZoneFileException wrong)
            {
                _tell(wrong.Message);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<DnsAnswer> AskAsync(DomainName name, DnsRecordType type, CancellationToken cancellationToken)
    {
        var answer = await AnswerAsync(new DnsQuestion(name, type), cancellationToken);
        var aliases = answer.Records.Where(record => record.Type == DnsRecordType.CNAME && type != DnsRecordType.CNAME).Select(record => ((DnsRecord.Name)record.Content).Value);
        var records = answer.Records.Where(record => record.Type == type).ToArray();
        if (records.Length > 0)
            return new DnsAnswer.Found([.. records.Select(record => record.Content)], answer.Records.Min(record => record.TimeToLive)) { Aliases = [.. aliases], AnsweredBy = "sandbox" };
        if (answer.Code == ServedCode.ServerFailure) return new DnsAnswer.Failed(DnsFailure.AliasLoop, "sandbox");
        return answer.Code == ServedCode.NoSuchName ? new DnsAnswer.NoSuchDomain(_timeToLive) { AnsweredBy = "sandbox" } : new DnsAnswer.NoData(_timeToLive) { AnsweredBy = "sandbox" };
    }

    /// <inheritdoc/>
    public async ValueTask<ServedAnswer> AnswerAsync(DnsQuestion question, CancellationToken cancellationToken)
    {
        Look();
        var answers = _answers;
        var records = new List<ZoneRecord>();
        var name = question.Name;
        while (records.Count <= DnsLimits.Aliases)
        {
            if (BlocklistOf(name) is { } list) return OfList(list, name, question.Type, records);
            if (question.Type != DnsRecordType.CNAME && await answers.Resolver.AskAsync(name, DnsRecordType.CNAME, cancellationToken) is DnsAnswer.Found { Records: [DnsRecord.Name target] } alias)
            {
                records.Add(new ZoneRecord(name, DnsRecordType.CNAME, alias.TimeToLive, target, 0));
                name = target.Value;
                continue;
            }
            return await answers.Resolver.AskAsync(name, question.Type, cancellationToken) switch
            {
                DnsAnswer.Found found => new ServedAnswer(ServedCode.NoError, [.. records, .. found.Records.Select(one => new ZoneRecord(name, question.Type, found.TimeToLive, one, 0))], null),
                DnsAnswer.NoSuchDomain => new ServedAnswer(ServedCode.NoSuchName, records, answers.AuthorityOf(name)),
                _ => new ServedAnswer(ServedCode.NoError, records, answers.AuthorityOf(name)),
            };
        }
        return ServedAnswer.Of(ServedCode.ServerFailure);
    }

    private static ServedAnswer OfList(Blocklist list, DomainName name, DnsRecordType type, List<ZoneRecord> before)
    {
        var authority = ZoneTexts.Authority(list.Zone, list.TimeToLive);
        if (list.Answer(name, type) is not { } contents) return new ServedAnswer(ServedCode.NoSuchName, before, authority);
        if (type == DnsRecordType.SOA && name.Equals(list.Zone)) contents = [authority.Content];
        return new ServedAnswer(ServedCode.NoError, [.. before, .. contents.Select(one => new ZoneRecord(name, type, list.TimeToLive, one, 0))], contents.Count == 0 ? authority : null);
    }

    private Blocklist? BlocklistOf(DomainName name)
    {
        for (; !name.IsRoot; name = name.Parent)
            if (_blocklists.TryGetValue(name, out var list)) return list;
        return null;
    }

    private ZoneFileException? Change(IReadOnlyList<((DomainName, DnsRecordType) Key, IReadOnlyList<ZoneRecord> Records)> changes)
    {
        lock (_lock)
        {
            var all = new Dictionary<(DomainName, DnsRecordType), IReadOnlyList<ZoneRecord>>(_changes);
            foreach (var (key, records) in changes) all[key] = records;
            try
            {
                _answers = Build(all);
            }
            catch (ZoneFileException wrong)
            {
                return wrong;
            }
            foreach (var (key, records) in changes) _changes[key] = records;
            return null;
        }
    }

    private Answers Build(IReadOnlyDictionary<(DomainName, DnsRecordType), IReadOnlyList<ZoneRecord>> changes)
    {
        var records = _sources.SelectMany(source => source.Records).Concat(_own).Where(record => !changes.ContainsKey((record.Owner, record.Type))).Concat(changes.Values.SelectMany(one => one));
        var all = records.Append(ZoneTexts.Authority(DomainName.Root, _timeToLive)).ToArray();
        var authorities = all.Where(record => record.Type == DnsRecordType.SOA).GroupBy(record => record.Owner).ToDictionary(group => group.Key, group => group.First());
        return new Answers(new ZoneResolver([ZoneFile.Of("sandbox", all)], null), authorities);
    }

    private sealed record Answers(ZoneResolver Resolver, Dictionary<DomainName, ZoneRecord> Authorities)
    {
        public ZoneRecord AuthorityOf(DomainName name)
        {
            for (; !name.IsRoot; name = name.Parent)
                if (Authorities.TryGetValue(name, out var authority)) return authority;
            return Authorities[DomainName.Root];
        }
    }
}
