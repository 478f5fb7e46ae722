using Todoku.Knowledge.Toml;
using Todoku.Mail;

namespace Todoku.Relay.Configuration.Reading;

/// <summary>Reads what names paths: <c>[[ladder]]</c>, <c>[[limit]]</c>, <c>[[warm-up]]</c>.</summary>
internal static class LadderReader
{
    private const string Everyone = "*";

    /// <summary>The ladders; the last one is for every domain, and is all paths in their order unless the file has another.</summary>
    public static IReadOnlyList<LadderConfiguration> Read(ConfigurationTable root, IReadOnlyList<string> paths)
    {
        var ladders = new List<LadderConfiguration>();
        LadderConfiguration? general = null;
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in root.Children("ladder"))
        {
            var (domains, isForAll) = SenderDomains(table, lines);
            var steps = Steps(table, paths);
            table.Finish();
            if (isForAll) general = new LadderConfiguration([], steps);
            if (domains.Count > 0) ladders.Add(new LadderConfiguration(domains, steps));
        }
        ladders.Add(general ?? new LadderConfiguration([], paths));
        return ladders;
    }

    public static IReadOnlyList<ShapingConfiguration> ReadLimits(ConfigurationTable root, IReadOnlyList<string> paths)
    {
        var limits = new List<ShapingConfiguration>();
        foreach (var table in root.Children("limit"))
        {
            var rate = table.Rate("rate");
            var limit = new ShapingConfiguration
            {
                Provider = table.Text("provider"),
                Path = PathNamed(table, "path", paths),
                Connections = Number(table, "connections", 10_000),
                MessagesPerConnection = Number(table, "messages-per-connection", 100_000),
                Recipients = Number(table, "recipients", 1000),
                Rate = rate?.Messages,
                RatePeriod = rate?.Period ?? TimeSpan.FromHours(1),
            };
            table.Finish();
            limits.Add(limit);
        }
        return limits;
    }

    public static IReadOnlyList<WarmUpConfiguration> ReadWarmUps(ConfigurationTable root, IReadOnlyList<string> paths)
    {
        var warmUps = new List<WarmUpConfiguration>();
        foreach (var table in root.Children("warm-up"))
        {
            var path = PathNamed(table, "path", paths);
            if (!table.Has("path")) table.FailMissing("path", $"\"{(paths.Count > 0 ? paths[0] : "main")}\"");
            var begins = table.Day("begins");
            if (!table.Has("begins")) table.FailMissing("begins", "\"2026-11-30\"");
            var days = table.NumberList("messages-a-day", 1, int.MaxValue);
            if (!table.Has("messages-a-day")) table.FailMissing("messages-a-day", "[50, 100, 200, 400, 800, 1600]");
            var providers = table.TextList("providers");
            table.Finish();
            if (path is null || begins is null) continue;
            warmUps.Add(new WarmUpConfiguration { Path = path, Providers = [.. providers.Select(text => text.Value)], Begins = begins.Value, MessagesADay = days });
        }
        return warmUps;
    }

    private static (IReadOnlyList<DomainName> Domains, bool IsForAll) SenderDomains(ConfigurationTable table, Dictionary<string, int> lines)
    {
        const string key = "sender-domains";
        var domains = new List<DomainName>();
        var isForAll = !table.Has(key);
        if (isForAll && !lines.TryAdd(Everyone, table.Line)) table.Context.Fail(table.Line, table.Texts.Twice(key, Everyone, lines[Everyone]));
        foreach (var text in table.TextList(key))
        {
            var isEveryone = text.Value == Everyone;
            if (!isEveryone && !DomainName.TryParse(text.Value, out _)) table.Context.Fail(text.Line, table.Texts.BadDomain(key, text.Value));
            else if (!lines.TryAdd(text.Value.ToLowerInvariant(), text.Line)) table.Context.Fail(text.Line, table.Texts.Twice(key, text.Value, lines[text.Value.ToLowerInvariant()]));
            else if (isEveryone) isForAll = true;
            else domains.Add(DomainName.Parse(text.Value));
        }
        return (domains, isForAll);
    }

    private static List<string> Steps(ConfigurationTable table, IReadOnlyList<string> paths)
    {
        const string key = "paths";
        var steps = new List<string>();
        foreach (var text in table.TextList(key))
        {
            if (!paths.Contains(text.Value)) FailPath(table, key, text.Value, text.Line, paths);
            else if (steps.Contains(text.Value)) table.Context.Fail(text.Line, table.Texts.Twice(key, text.Value, text.Line));
            else steps.Add(text.Value);
        }
        if (!table.Has(key)) table.FailMissing(key, $"[\"{string.Join("\", \"", paths)}\"]");
        else if (table.TextList(key).Count == 0) table.Fail(key, table.Texts.Empty(key));
        return steps;
    }

    private static string? PathNamed(ConfigurationTable table, string key, IReadOnlyList<string> paths)
    {
        if (table.Text(key) is not { } name) return null;
        if (paths.Contains(name)) return name;
        FailPath(table, key, name, table.LineOf(key), paths);
        return null;
    }

    private static void FailPath(ConfigurationTable table, string key, string name, int line, IReadOnlyList<string> paths) =>
        table.Context.Fail(line, table.Texts.NoSuchPath(key, name, Spelling.Nearest(name, paths), paths));

    private static int? Number(ConfigurationTable table, string key, int high) => table.Has(key) ? (int)table.Number(key, 1, 1, high) : null;
}
