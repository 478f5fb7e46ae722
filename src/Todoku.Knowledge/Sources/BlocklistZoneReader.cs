using System.Net;
using Todoku.Knowledge.Blocklists;
using Todoku.Knowledge.Toml;
using Todoku.Mail;

namespace Todoku.Knowledge.Sources;

/// <summary>Reads the <c>[[blocklist.zone]]</c> tables: the DNS zones of a blocklist and what their answers mean.</summary>
internal static class BlocklistZoneReader
{
    // RFC 5782, section 5.
    private const string AddressListed = "127.0.0.2";
    private const string AddressClear = "127.0.0.1";
    private const string DomainListed = "test";
    private const string DomainClear = "invalid";

    public static List<BlocklistZoneDefinition> ReadAll(TableReader list)
    {
        var zones = new List<BlocklistZoneDefinition>();
        foreach (var table in list.Children("zone", "a zone")) zones.Add(Read(table));
        return zones;
    }

    private static BlocklistZoneDefinition Read(TableReader table)
    {
        var name = table.Required("name", "\"zen.spamhaus.org\"");
        if (name.Length > 0 && !DomainName.TryParse(name, out _)) table.Fail(table.LineOf("name"), $"'{name}' is no domain name: write the zone's name, such as \"zen.spamhaus.org\"");
        var scope = Scope(table);
        var use = Use(table);
        var isAsked = table.Flag("asked") ?? false;
        if (isAsked && use != BlocklistUse.Usable) table.Fail(table.LineOf("asked"), "a zone that can't be used is not asked: write asked = false, or use = \"usable\"");
        var neighbours = table.Flag("neighbours") ?? false;
        if (neighbours && (!isAsked || scope.HasFlag(BlocklistScope.Domain)))
            table.Fail(table.LineOf("neighbours"), "only a list of addresses that is asked is asked for neighbours: write neighbours = false");
        var isOfDomains = scope == BlocklistScope.Domain;
        var zone = new BlocklistZoneDefinition(
            name, scope, use, Policy(table), Weight(table), isAsked, neighbours,
            TestPoint(table, "test_listed") ?? (isOfDomains ? DomainListed : AddressListed),
            TestPoint(table, "test_clear") ?? (isOfDomains ? DomainClear : AddressClear),
            Codes(table, table.Texts("steps"), use), new SourcePlace(table.File, table.Line));
        if (table.Has("source") || table.Has("date")) DefinitionReader.Provenance(table);
        table.Finish();
        return zone;
    }

    private static BlocklistScope Scope(TableReader table)
    {
        var scope = BlocklistScope.None;
        foreach (var word in table.Texts("lists"))
        {
            if (BlocklistWords.TryScope(word.Value, out var one, out var expected)) scope |= one;
            else table.Fail(word.Line, $"'lists' holds \"{word.Value}\": write one or more of {expected}");
        }
        if (scope == BlocklistScope.None && !table.Has("lists")) table.Fail(table.Line, "a zone has no 'lists': write lists = [\"ip4\"]");
        if (scope.HasFlag(BlocklistScope.Domain) && scope != BlocklistScope.Domain)
            table.Fail(table.LineOf("lists"), "a zone lists addresses or domains: write a zone of its own for each");
        return scope;
    }

    private static BlocklistUse Use(TableReader table)
    {
        var word = table.Required("use", "\"usable\"");
        if (!BlocklistWords.TryUse(word, out var use, out var expected) && word.Length > 0) table.Fail(table.LineOf("use"), $"'use' is \"{word}\": write one of {expected}");
        return use;
    }

    private static BlocklistPolicy Policy(TableReader table)
    {
        var policy = BlocklistPolicy.None;
        foreach (var word in table.Texts("policy"))
        {
            if (BlocklistWords.TryPolicy(word.Value, out var one, out var expected)) policy |= one;
            else table.Fail(word.Line, $"'policy' holds \"{word.Value}\": write one or more of {expected}");
        }
        return policy;
    }

    private static bool Weight(TableReader table)
    {
        var word = table.Optional("weight") ?? "minor";
        if (!BlocklistWords.TryWeight(word, out var isMajor, out var expected)) table.Fail(table.LineOf("weight"), $"'weight' is \"{word}\": write one of {expected}");
        return isMajor;
    }

    private static string? TestPoint(TableReader table, string key)
    {
        var point = table.Optional(key);
        if (point is not null && !IPAddress.TryParse(point, out _) && !DomainName.TryParse(point, out _))
            table.Fail(table.LineOf(key), $"'{point}' is neither an address nor a name: write \"127.0.0.2\", or the labels before the zone's name");
        return point;
    }

    private static List<BlocklistCodeDefinition> Codes(TableReader zone, List<SourceNode.Text> steps, BlocklistUse use)
    {
        var codes = new List<BlocklistCodeDefinition>();
        foreach (var item in zone.Items("codes"))
        {
            if (item is SourceNode.Table inner) codes.Add(Code(zone.Inline(inner, "a code"), steps));
            else zone.Fail(item.Line, $"a code must be a table {{ is = \"127.0.0.2\", kind = \"own\", en = \"...\", ja = \"...\" }}, not {item.Kind}");
        }
        if (codes.Count == 0 && use == BlocklistUse.Usable) zone.Fail(zone.LineOf("codes"), "a usable zone has no 'codes': write what each return code means");
        return codes;
    }

    private static BlocklistCodeDefinition Code(TableReader table, List<SourceNode.Text> steps)
    {
        var text = table.Required("is", "\"127.0.0.2\"");
        var pattern = ReturnCodePattern.Parse(text);
        if (pattern is null && text.Length > 0)
            table.Fail(table.LineOf("is"), $"'{text}' is no return code: write \"127.0.0.2\", \"127.0.0.4-7\", \"127.0.*.1\", or \"bit 8\" (one bit of the last octet)");
        var word = table.Required("kind", "\"own\"");
        if (!BlocklistWords.TryKind(word, out var kind, out var expected) && word.Length > 0) table.Fail(table.LineOf("kind"), $"'kind' is \"{word}\": write one of {expected}");
        var code = new BlocklistCodeDefinition(
            pattern ?? new ReturnCodePattern("", 0, 0, 0), kind, table.Optional("name") ?? "", table.Required("en", "\"...\""), table.Required("ja", "\"...\""),
            table.Has("steps") ? table.Texts("steps") : steps);
        table.Texts("steps");
        table.Finish();
        return code;
    }
}
