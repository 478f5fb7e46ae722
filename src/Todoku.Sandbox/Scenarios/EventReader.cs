using System.Net;
using Todoku.Dns;
using Todoku.Dns.Zones;
using Todoku.Mail;
using Todoku.Sandbox.World;

namespace Todoku.Sandbox.Scenarios;

/// <summary>Reads <c>[[event]]</c>.</summary>
/// <param name="begins">When the world begins; null: when it is run.</param>
/// <param name="blocklists">The blocklists that there are.</param>
/// <param name="providers">The providers that there are.</param>
/// <param name="hasOwnDns">Whether the world has a DNS of its own, which alone can be changed.</param>
internal sealed class EventReader(DateTimeOffset? begins, IReadOnlyList<ScenarioBlocklist> blocklists, IReadOnlyList<ScenarioProvider> providers, bool hasOwnDns)
{
    private enum Kind
    {
        None,
        List,
        Delist,
        Publish,
        Withdraw,
        Reputation,
        Complain,
        Down,
        Up,
    }

    private static readonly Dictionary<string, Kind> Kinds = new(StringComparer.Ordinal)
    {
        ["list"] = Kind.List,
        ["delist"] = Kind.Delist,
        ["publish"] = Kind.Publish,
        ["withdraw"] = Kind.Withdraw,
        ["reputation"] = Kind.Reputation,
        ["complain"] = Kind.Complain,
        ["down"] = Kind.Down,
        ["up"] = Kind.Up,
    };

    private static readonly Dictionary<string, DnsRecordType> Types = Enum.GetValues<DnsRecordType>().ToDictionary(type => type.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads one with its time; null after an error.</summary>
    public WorldEvent? Read(ScenarioTable table)
    {
        var after = After(table);
        return ReadChange(table) is { } change && after is { } time ? new WorldEvent(time, change) : null;
    }

    /// <summary>Reads what happens; null after an error.</summary>
    public WorldChange? ReadChange(ScenarioTable table)
    {
        var kind = table.Word("do", Kind.None, Kinds, isRequired: true);
        if (!hasOwnDns && kind is Kind.List or Kind.Delist or Kind.Publish or Kind.Withdraw)
        {
            table.Fail("do", table.Context.Texts.SaidByResolver($"do = \"{Kinds.First(pair => pair.Value == kind).Key}\""));
            return null;
        }
        var change = kind switch
        {
            Kind.List => List(table),
            Kind.Delist => Blocklist(table) is { } list && Network(table) is { } network ? new WorldChange.Delist(list, network) : null,
            Kind.Publish => Publish(table),
            Kind.Withdraw => table.Domain("name", "\"example.com\"", isRequired: true) is { } name ? new WorldChange.Withdraw(name, table.Word("type", DnsRecordType.TXT, Types, isRequired: true)) : null,
            Kind.Reputation => Reputation(table),
            Kind.Complain => Complain(table),
            Kind.Down => Provider(table, isRequired: true) is { } provider ? new WorldChange.Switch(provider, false) : null,
            Kind.Up => Provider(table, isRequired: true) is { } provider ? new WorldChange.Switch(provider, true) : null,
            _ => (WorldChange?)null,
        };
        if (change is not null) table.Finish();
        return change;
    }

    private TimeSpan? After(ScenarioTable table)
    {
        var texts = table.Context.Texts;
        var after = table.Duration("after", "\"2m\"");
        var at = table.Text("at", "\"10:02\"");
        if (table.Has("after") == table.Has("at")) table.Context.Fail(table.Line, texts.EventTime);
        if (at is null) return after;
        // Without a beginning of its own a world has no time of day that could be counted from.
        if (begins is not { } beginning) table.Fail("at", texts.Missing("[sandbox]", "begins", "\"2026-11-25T10:00:00+09:00\""));
        else if (Values.TryTimeOfDay(at, beginning, out var time)) return time - beginning;
        else table.Fail("at", texts.BadValue("at", at, "\"10:02\""));
        return null;
    }

    private WorldChange.List? List(ScenarioTable table)
    {
        var list = Blocklist(table);
        var network = Network(table);
        var code = table.Address("code", "\"127.0.0.2\"") ?? World.Blocklist.UsualCode;
        return list is not null && network is { } listed ? new WorldChange.List(list, new Listing(listed, code)) : null;
    }

    private static WorldChange.Publish? Publish(ScenarioTable table)
    {
        if (table.Text("records", "'example.com. TXT \"v=spf1 ip4:192.0.2.10 -all\"'", isRequired: true) is not { } records) return null;
        try
        {
            ZoneTexts.Read(DomainName.Root, records, table.Context.File, TimeSpan.Zero);
            return new WorldChange.Publish(records);
        }
        catch (ZoneFileException wrong)
        {
            table.Context.Fail(table.LineOf("records") + Math.Max(wrong.Line, 1) - (records.Contains('\n') ? 0 : 1), table.Context.Texts.Zone(wrong));
            return null;
        }
    }

    private WorldChange? Reputation(ScenarioTable table)
    {
        var provider = Provider(table, isRequired: false);
        var score = table.Number("score", 50, 0, 100);
        var address = table.Address("address", "\"192.0.2.10\"");
        var domain = table.Domain("domain", "\"example.com\"");
        if (!table.Has("score")) table.Context.Fail(table.Line, table.Context.Texts.Missing("[[event]]", "score", "20"));
        if (table.Has("address") == table.Has("domain")) table.Context.Fail(table.Line, table.Context.Texts.EventTarget);
        if (address is not null) return new WorldChange.AddressReputation(provider, address, score);
        return domain is not null ? new WorldChange.DomainReputation(provider, domain, score) : null;
    }

    private WorldChange.Complain? Complain(ScenarioTable table)
    {
        var provider = Provider(table, isRequired: false);
        var count = table.Number("complaints", 1, 1, 1_000_000);
        return table.Address("address", "\"192.0.2.10\"", isRequired: true) is { } address ? new WorldChange.Complain(provider, address, count) : null;
    }

    private DomainName? Provider(ScenarioTable table, bool isRequired)
    {
        if (table.Domain("provider", "\"gmail-smtp-in.l.google.com\"", isRequired) is not { } name) return null;
        if (providers.Any(one => one.Host.Equals(name))) return name;
        table.Fail("provider", table.Context.Texts.Unknown("[[provider]]", name.ToString(), string.Join(", ", providers.Select(one => one.Host))));
        return null;
    }

    private DomainName? Blocklist(ScenarioTable table)
    {
        if (table.Domain("blocklist", "\"zen.spamhaus.org\"", isRequired: true) is not { } name) return null;
        if (blocklists.Any(one => one.Zone.Equals(name))) return name;
        table.Fail("blocklist", table.Context.Texts.Unknown("[[blocklist]]", name.ToString(), string.Join(", ", blocklists.Select(one => one.Zone))));
        return null;
    }

    private static IPNetwork? Network(ScenarioTable table)
    {
        var text = table.Text("network", "\"192.0.2.0/24\"", isRequired: true);
        if (text is null) return null;
        if (Values.TryNetwork(text, out var network)) return network;
        table.Fail("network", table.Context.Texts.BadValue("network", text, "\"192.0.2.0/24\""));
        return null;
    }
}
