using System.Globalization;
using System.Net;
using Todoku.Dns.Network;
using Todoku.Dns.Zones;
using Todoku.Knowledge;
using Todoku.Knowledge.Toml;
using Todoku.Mail;
using Todoku.Sandbox.Receiving;
using Todoku.Sandbox.Texts;
using Todoku.Sandbox.World;

namespace Todoku.Sandbox.Scenarios;

/// <summary>Reads scenario files; all errors of one are told together.</summary>
public static class ScenarioReader
{
    private const long MaxSize = 4 << 20;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="language">The language of errors.</param>
    public static ScenarioOutcome Read(string path, Language language)
    {
        var texts = ScenarioTexts.Of(language);
        try
        {
            if (!File.Exists(path)) return Wrong(path, texts.NoFile);
            return new FileInfo(path).Length > MaxSize ? Wrong(path, texts.TooLarge) : Parse(File.ReadAllText(path), path, language);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Wrong(path, texts.Unreadable(error.Message));
        }
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">What the file holds.</param>
    /// <param name="path">How it is called, and where the files that it names are looked for.</param>
    /// <param name="language">The language of errors.</param>
    public static ScenarioOutcome Parse(string text, string path, Language language)
    {
        var context = new ScenarioContext(path, ScenarioTexts.Of(language));
        var syntax = new List<SourceProblem>();
        if (TomlSource.Parse(text, path, syntax) is not { } tree)
            return new ScenarioOutcome.Wrong([.. syntax.Select(problem => problem with { Message = context.Texts.NotToml(problem.Message) })]);
        var scenario = Read(new ScenarioTable(context, tree, path), context);
        return context.Problems.Count > 0 ? new ScenarioOutcome.Wrong(context.Problems) : new ScenarioOutcome.Read(scenario);
    }

    private static ScenarioOutcome.Wrong Wrong(string path, string message) => new([new SourceProblem(path, 0, message)]);

    private static Scenario Read(ScenarioTable root, ScenarioContext context)
    {
        var sandbox = root.Child("sandbox");
        var dns = root.Child("dns");
        var smtp = root.Child("smtp");
        var http = root.Child("http");
        var time = dns.Duration("ttl", "\"0s\"") ?? TimeSpan.Zero;
        var begins = Begins(sandbox);
        var blocklists = Blocklists(root);
        var providers = Providers(root);
        if (!root.Has("provider")) context.Fail(0, context.Texts.NoProvider);
        var resolvers = dns.EndPoints("resolver", "\"192.0.2.53\"", ResolverConfiguration.Port);
        var events = new EventReader(begins, blocklists, providers, hasOwnDns: !dns.Has("resolver"));
        var certificate = CertificateReader.Read(smtp);
        var scenario = new Scenario
        {
            Seed = sandbox.Number("seed", 1, 0, int.MaxValue),
            Begins = begins,
            TimeToLive = time,
            Dns = dns.EndPoint("listen", "\"127.0.0.1:5353\"") ?? (dns.Has("resolver") ? null : new IPEndPoint(IPAddress.Loopback, 5353)),
            Resolvers = resolvers,
            SmtpPort = smtp.Number("port", 2525, 0, ushort.MaxValue),
            HasTls = smtp.Switch("tls", true),
            Certificate = certificate,
            Http = http.EndPoint("listen", "\"127.0.0.1:8025\"") ?? (root.Has("http") ? new IPEndPoint(IPAddress.Loopback, 8025) : null),
            Zones = Zones(root, time),
            Blocklists = blocklists,
            Hosts = Hosts(root),
            Providers = providers,
            Events = [.. root.Children("event").Select(events.Read).OfType<WorldEvent>().OrderBy(one => one.After)],
        };
        if (dns.Has("resolver")) SaidByResolver.Check(root, dns);
        foreach (var table in new[] { sandbox, dns, smtp, http, root }) table.Finish();
        return scenario;
    }

    private static DateTimeOffset? Begins(ScenarioTable sandbox)
    {
        const string Example = "\"2026-11-25T10:00:00+09:00\"";
        if (sandbox.Text("begins", Example) is not { } text) return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)) return time;
        sandbox.Fail("begins", sandbox.Context.Texts.BadValue("begins", text, Example));
        return null;
    }

    private static List<ZoneSource> Zones(ScenarioTable root, TimeSpan time)
    {
        var zones = new List<ZoneSource>();
        var lines = new Dictionary<DomainName, int>();
        foreach (var table in root.Children("zone"))
        {
            var name = table.Domain("name", "\"example.com\"", isRequired: true);
            var records = table.Text("records", "\"\"\"...\"\"\"");
            var file = table.Text("file", "\"example.zone\"");
            if ((records is null) == (file is null) && table.Has("records") == table.Has("file")) table.Fail("name", table.Context.Texts.ZoneContent);
            table.Finish();
            if (name is null) continue;
            if (!lines.TryAdd(name, table.Line)) table.Fail("name", table.Context.Texts.Twice("[[zone]]", name.ToString(), lines[name]));
            if (Zone(table, name, records, file, time) is { } zone) zones.Add(zone);
        }
        return zones;
    }

    private static ZoneSource? Zone(ScenarioTable table, DomainName name, string? records, string? file, TimeSpan time)
    {
        var context = table.Context;
        try
        {
            if (records is not null) return ZoneSource.FromText(name, records, context.File, time);
            return file is null ? null : ZoneSource.FromFile(name, context.PathOf(file), time);
        }
        catch (ZoneFileException wrong)
        {
            // The text begins behind the line that opens it.
            if (records is not null) context.Fail(table.LineOf("records") + Math.Max(wrong.Line, 1) - (records.Contains('\n') ? 0 : 1), context.Texts.Zone(wrong));
            else context.Fail(new SourceProblem(wrong.File, wrong.Line, context.Texts.Zone(wrong)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            table.Fail("file", context.Texts.Unreadable(error.Message));
        }
        return null;
    }

    private static List<ScenarioBlocklist> Blocklists(ScenarioTable root)
    {
        var lists = new List<ScenarioBlocklist>();
        foreach (var table in root.Children("blocklist"))
        {
            var zone = table.Domain("zone", "\"zen.spamhaus.org\"", isRequired: true);
            var code = table.Address("code", "\"127.0.0.2\"") ?? Blocklist.UsualCode;
            var networks = table.Networks("listed", "\"192.0.2.0/24\"");
            table.Finish();
            if (zone is not null) lists.Add(new ScenarioBlocklist(zone, [.. networks.Select(network => new Listing(network, code))]));
        }
        return lists;
    }

    private static List<ScenarioHost> Hosts(ScenarioTable root)
    {
        var hosts = new List<ScenarioHost>();
        var lines = new Dictionary<IPAddress, int>();
        foreach (var table in root.Children("host"))
        {
            var address = table.Address("address", "\"192.0.2.10\"", isRequired: true);
            var host = new ScenarioHost(
                address ?? IPAddress.None, table.Domain("name", "\"web1.hosting.example\""), table.Address("from", "\"127.0.1.10\""), table.Switch("forward", true),
                table.Has("reputation") ? table.Number("reputation", 50, 0, 100) : null);
            table.Finish();
            if (address is null) continue;
            if (!lines.TryAdd(address, table.Line)) table.Fail("address", table.Context.Texts.Twice("[[host]]", address.ToString(), lines[address]));
            hosts.Add(host);
        }
        return hosts;
    }

    private static List<ScenarioProvider> Providers(ScenarioTable root)
    {
        var providers = new List<ScenarioProvider>();
        var lines = new Dictionary<IPAddress, int>();
        var profiles = ProfileBook.Ids.ToDictionary(id => id, StringComparer.Ordinal);
        foreach (var table in root.Children("provider"))
        {
            var profile = table.Word("profile", "", profiles, isRequired: true);
            var host = table.Domain("host", "\"gmail-smtp-in.l.google.com\"", isRequired: true);
            var addresses = table.Addresses("address", "\"127.0.2.1\"");
            if (!table.Has("address")) table.Context.Fail(table.Line, table.Context.Texts.Missing("[[provider]]", "address", "\"127.0.2.1\""));
            var domains = new List<DomainName>();
            foreach (var text in table.Texts("domains", "\"gmail.com\""))
            {
                if (DomainName.TryParse(text.Value, out var domain)) domains.Add(domain);
                else table.Context.Fail(text.Line, table.Context.Texts.BadValue("domains", text.Value, "\"gmail.com\""));
            }
            if (!table.Has("domains")) table.Context.Fail(table.Line, table.Context.Texts.Missing("[[provider]]", "domains", "[\"gmail.com\"]"));
            var users = table.Texts("users", "\"info\"").Select(text => text.Value).ToArray();
            table.Finish();
            foreach (var address in addresses)
                if (!lines.TryAdd(address, table.Line)) table.Fail("address", table.Context.Texts.Twice("[[provider]]", address.ToString(), lines[address]));
            if (host is not null && addresses.Count > 0) providers.Add(new ScenarioProvider(profile, host, addresses, domains, users));
        }
        return providers;
    }
}
