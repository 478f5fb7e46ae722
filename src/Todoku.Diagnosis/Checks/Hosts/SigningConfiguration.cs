using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Hosts;

/// <summary>Reads which selectors the signers of this host use: opendkim.conf(5) with its key table, and rspamd's dkim_signing module.</summary>
public static class SigningConfiguration
{
    private const int MaxHints = 50;

    private static readonly string[] RspamdFiles = ["/etc/rspamd/local.d/dkim_signing.conf", "/etc/rspamd/override.d/dkim_signing.conf"];

    /// <summary>Finds them.</summary>
    /// <param name="host">This host.</param>
    /// <param name="domain">The domain to think of where the configuration leaves it to the message; null: such entries are passed over.</param>
    public static IReadOnlyList<SelectorHint> Read(IHost host, DomainName? domain)
    {
        ArgumentNullException.ThrowIfNull(host);
        List<SelectorHint> hints = [];
        if (host.ReadText("/etc/opendkim.conf") is { } opendkim) ReadOpenDkim(host, opendkim, domain, hints);
        foreach (var file in RspamdFiles)
            if (host.ReadText(file) is { } rspamd) ReadRspamd(host, rspamd, domain, hints);
        return [.. hints.Distinct().Take(MaxHints)];
    }

    private static void ReadOpenDkim(IHost host, string text, DomainName? domain, List<SelectorHint> hints)
    {
        string domains = "", selector = "", table = "", file = "";
        foreach (var (key, value) in Lines(text))
        {
            if (key.Equals("Domain", StringComparison.OrdinalIgnoreCase)) domains = value;
            else if (key.Equals("Selector", StringComparison.OrdinalIgnoreCase)) selector = value;
            else if (key.Equals("KeyFile", StringComparison.OrdinalIgnoreCase)) file = value;
            else if (key.Equals("KeyTable", StringComparison.OrdinalIgnoreCase)) table = value;
        }
        // With a key table, Domain and Selector are not used.
        if (table.Length == 0)
        {
            foreach (var one in domains.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) Add(hints, selector, one, domain, SelectorOrigin.Configuration, file);
            return;
        }
        if (table.Split(':', 2) is ["file" or "refile", var path]) table = path;
        if (!table.StartsWith('/') || host.ReadText(table) is not { } keys) return;
        foreach (var (_, value) in Lines(keys))
            if (value.Split(':') is [var signer, var name, .. var rest]) Add(hints, name.Trim(), signer.Trim(), domain, SelectorOrigin.Configuration, rest is [var keyFile, ..] ? keyFile.Trim() : "");
    }

    // UCL, as far as this module uses it: key = value; and sections in braces, of which "domain" holds one for each domain.
    private static void ReadRspamd(IHost host, string text, DomainName? domain, List<SelectorHint> hints)
    {
        List<string> sections = [];
        var files = KeyFiles(text);
        foreach (var token in Statements(text))
        {
            if (token == "}") sections.RemoveRange(Math.Max(0, sections.Count - 1), Math.Min(1, sections.Count));
            else if (token.EndsWith('{')) sections.Add(token[..^1].Trim(' ', '\t', '"', '\'', '=', ':'));
            else if (Pair(token) is ("selector", var selector)) AddRspamd(sections, selector, domain, hints, files);
            else if (Pair(token) is ("selector_map", var map) && host.ReadText(InRspamd(map)) is { } lines)
                foreach (var (signer, name) in Lines(lines)) Add(hints, name, signer, domain, SelectorOrigin.Configuration, files.GetValueOrDefault(""));
        }
    }

    // The key files of domains; that of "" is for all others, with $domain and $selector in it.
    private static Dictionary<string, string> KeyFiles(string text)
    {
        var files = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [""] = "/var/lib/rspamd/dkim/$domain.$selector.key" };
        List<string> sections = [];
        foreach (var token in Statements(text))
        {
            if (token == "}") sections.RemoveRange(Math.Max(0, sections.Count - 1), Math.Min(1, sections.Count));
            else if (token.EndsWith('{')) sections.Add(token[..^1].Trim(' ', '\t', '"', '\'', '=', ':'));
            else if (Pair(token) is ("path", var path)) files[sections is ["domain", var signer, ..] ? signer : ""] = path;
        }
        return files;
    }

    private static string InRspamd(string path) =>
        path.Replace("$LOCAL_CONFDIR", "/etc/rspamd", StringComparison.Ordinal).Replace("${LOCAL_CONFDIR}", "/etc/rspamd", StringComparison.Ordinal);

    // A selector outside of all domains is for those that have a key, and which do can't be seen here: a guess.
    private static void AddRspamd(List<string> sections, string selector, DomainName? domain, List<SelectorHint> hints, Dictionary<string, string> files)
    {
        if (sections is ["domain", var signer, ..]) Add(hints, selector, signer, domain, SelectorOrigin.Configuration, files.GetValueOrDefault(signer) ?? files[""]);
        else if (sections.Count == 0 && domain is not null) Add(hints, selector, domain.ToString(), domain, SelectorOrigin.Guess, files[""]);
    }

    private static void Add(List<SelectorHint> hints, string selector, string signer, DomainName? domain, SelectorOrigin origin, string? keyFile)
    {
        if (hints.Count > MaxHints || !DomainName.TryParse(selector, out var name)) return;
        // "%" is the domain of the message.
        var of = signer == "%" ? domain : DomainName.TryParse(signer, out var parsed) ? parsed : null;
        if (of is null) return;
        var file = (keyFile ?? "").Replace("$domain", of.ToString(), StringComparison.Ordinal).Replace("$selector", name.ToString(), StringComparison.Ordinal);
        hints.Add(new SelectorHint(name.ToString(), of, origin) { KeyFile = file });
    }

    private static IEnumerable<(string Key, string Value)> Lines(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '#') continue;
            var end = line.IndexOfAny([' ', '\t']);
            if (end > 0) yield return (line[..end], line[end..].Trim());
        }
    }

    private static IEnumerable<string> Statements(string text)
    {
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Contains('#', StringComparison.Ordinal) ? raw[..raw.IndexOf('#', StringComparison.Ordinal)] : raw;
            var from = 0;
            for (var i = 0; i <= line.Length; i++)
            {
                if (i < line.Length && line[i] is not (';' or '{' or '}')) continue;
                var piece = line[from..i].Trim();
                if (i < line.Length && line[i] == '{') yield return $"{piece}{{";
                else if (piece.Length > 0) yield return piece;
                if (i < line.Length && line[i] == '}') yield return "}";
                from = i + 1;
            }
        }
    }

    private static (string Key, string Value)? Pair(string statement)
    {
        var mark = statement.IndexOfAny(['=', ':']);
        return mark <= 0 ? null : (statement[..mark].Trim(' ', '\t', '"'), statement[(mark + 1)..].Trim(' ', '\t', '"', '\'', ','));
    }
}
