namespace Todoku.Knowledge.Sources;

/// <summary>Reads <c>providers/ID.toml</c>.</summary>
internal static class ProviderReader
{
    public static void Read(TableReader root, KnowledgeSource source)
    {
        var id = root.Required("id", $"\"{root.File.Stem}\"");
        if (id.Length > 0 && id != root.File.Stem) root.Fail(root.LineOf("id"), $"'id' is \"{id}\" but the file is {root.File.Stem}.toml: write id = \"{root.File.Stem}\"");
        var (english, japanese) = Name(root);
        var identify = root.Child("identify", "[identify]", "[identify] with relay_hosts, reply_words or recipient_domains");
        var provider = new ProviderDefinition(
            root.File.Stem, english, japanese, Hosts(identify, "relay_hosts"), identify is null ? [] : DefinitionReader.Anchors(identify, "reply_words"),
            Hosts(identify, "recipient_domains"), LimitsReader.Read(root), new SourcePlace(root.File, root.Line));
        if (identify is null) root.Fail(1, "there is no [identify]: write how the provider is recognised (relay_hosts, reply_words, recipient_domains)");
        else if (provider.RelayHosts.Count + provider.RecipientDomains.Count == 0 && !identify.Has("reply_words"))
            root.Fail(identify.Line, "[identify] recognises nothing: write relay_hosts = [\"example.net\"], reply_words or recipient_domains");
        identify?.Finish();
        source.Providers.Add(provider);
        RuleReader.ReadAll(root, root.File.Stem, source);
        ArticleReader.ReadNamed(root, root.File.Stem, source);
        root.Finish();
    }

    private static (string English, string Japanese) Name(TableReader root)
    {
        if (root.Child("name", "'name'", "name = { en = \"...\", ja = \"...\" }") is not { } name)
        {
            if (!root.Has("name")) root.Fail(1, "there is no 'name': write name = { en = \"...\", ja = \"...\" }");
            return ("", "");
        }
        var pair = (name.Required("en", "\"...\""), name.Required("ja", "\"...\""));
        name.Finish();
        return pair;
    }

    private static List<string> Hosts(TableReader? table, string key)
    {
        var hosts = new List<string>();
        if (table is null) return hosts;
        foreach (var text in table.Texts(key))
        {
            var host = text.Value.ToLowerInvariant().TrimEnd('.');
            if (host.StartsWith('.') || host.StartsWith('*') || host.AsSpan().ContainsAny(" /@*"))
                table.Fail(text.Line, $"'{text.Value}' is no host or domain name: write the bare name, such as \"google.com\"; names under it are meant too");
            hosts.Add(host);
        }
        return hosts;
    }
}
