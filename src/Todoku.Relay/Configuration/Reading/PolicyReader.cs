using Todoku.Mail;
using Todoku.Relay.Policy.ReturnPaths;

namespace Todoku.Relay.Configuration.Reading;

/// <summary>Reads what is done to messages: <c>[[return-path]]</c>, <c>[[sign]]</c>, <c>[bounces]</c>.</summary>
internal static class PolicyReader
{
    private static readonly (string Word, ReturnPathAction Value)[] Actions =
        [("keep", ReturnPathAction.Keep), ("author-domain", ReturnPathAction.AuthorDomain), ("verp", ReturnPathAction.Verp)];

    public static IReadOnlyList<ReturnPathConfiguration> ReadReturnPaths(ConfigurationTable root, bool hasBounces)
    {
        var rules = new List<ReturnPathConfiguration>();
        foreach (var table in root.Children("return-path"))
        {
            var action = table.Word("action", ReturnPathAction.Keep, Actions);
            if (!table.Has("action")) table.FailMissing("action", "\"author-domain\"");
            if (action == ReturnPathAction.Verp && !hasBounces) table.Fail("action", table.Texts.VerpNeedsBounces);
            var rule = new ReturnPathConfiguration
            {
                Submitters = [.. table.TextList("submitters").Select(text => text.Value)],
                AuthorDomains = table.Domains("author-domains"),
                IsHostDerived = table.Switch("host-derived", false),
                HostNames = HostNames(table),
                Action = action,
                LocalPart = action == ReturnPathAction.AuthorDomain ? LocalPart(table) : "",
                IsDryRun = table.Switch("dry-run", false),
            };
            if (table.Has("host-names") && !rule.IsHostDerived) table.Fail("host-names", table.Texts.HostNamesNeedHostDerived);
            table.Finish();
            rules.Add(rule);
        }
        return rules;
    }

    public static IReadOnlyList<SigningConfiguration> ReadSigning(ConfigurationTable root)
    {
        var keys = new List<SigningConfiguration>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in root.Children("sign"))
        {
            var domains = table.Domains("domains");
            var isFallback = table.Switch("fallback", false);
            var signer = table.Domain("signing-domain");
            if (!isFallback && !table.Has("domains")) table.FailMissing("domains", "[\"example.com\"]");
            if (isFallback && !table.Has("signing-domain")) table.FailMissing("signing-domain", "\"example.net\"");
            var selector = Selector(table, lines, signer is null ? domains : [signer]);
            var file = table.Required("key", "\"/etc/todoku/keys/s1.pem\"") is { } path ? table.Context.FullPath(path) : null;
            if (file is not null) FileChecks.SigningKey(table, "key", file);
            table.Finish();
            if (selector is null || file is null) continue;
            keys.Add(new SigningConfiguration { AuthorDomains = domains, SigningDomain = signer, Selector = selector, KeyFile = file, IsFallback = isFallback });
        }
        return keys;
    }

    public static BouncesConfiguration? ReadBounces(ConfigurationTable root, string dataFolder)
    {
        var table = root.Child("bounces");
        var domain = table.Domain("domain");
        var secret = table.FilePath("secret-file");
        if (root.Has("bounces") && !table.Has("domain")) table.FailMissing("domain", "\"bounces.example.com\"");
        if (secret is not null) FileChecks.Secret(table, "secret-file", secret, mayBeMissing: true);
        table.Finish();
        return domain is null ? null : new BouncesConfiguration(domain, secret ?? Path.Combine(dataFolder, "bounces.secret"));
    }

    private static List<string> HostNames(ConfigurationTable table)
    {
        var names = new List<string>();
        foreach (var text in table.TextList("host-names"))
        {
            if (HostNameList.IsEntry(text.Value)) names.Add(text.Value);
            else table.Fail("host-names", table.Texts.BadHostName("host-names", text.Value));
        }
        return names;
    }

    private static string LocalPart(ConfigurationTable table)
    {
        var part = table.Required("local-part", "\"bounces\"");
        if (part is null || part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '+' or '.')) return part ?? "";
        table.Fail("local-part", table.Texts.BadLocalPart("local-part", part));
        return "";
    }

    private static string? Selector(ConfigurationTable table, Dictionary<string, int> lines, IEnumerable<DomainName> signers)
    {
        if (table.Required("selector", "\"s1\"") is not { } text) return null;
        if (!DomainName.TryParse(text, out var selector))
        {
            table.Fail("selector", table.Texts.BadSelector("selector", text));
            return null;
        }
        foreach (var name in signers.Select(signer => $"{selector}._domainkey.{signer}"))
            if (!lines.TryAdd(name, table.Line)) table.Fail("selector", table.Texts.Twice("selector", name, lines[name]));
        return selector.ToString();
    }
}
