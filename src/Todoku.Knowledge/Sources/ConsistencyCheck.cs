using Todoku.Knowledge.Toml;

namespace Todoku.Knowledge.Sources;

/// <summary>Checks what can only be seen with all files read: names used twice, names that nothing bears.</summary>
internal static class ConsistencyCheck
{
    public static void Run(KnowledgeSource source)
    {
        Twice(source, "rule", source.Rules.Select(rule => (rule.Id, rule.Place)));
        Twice(source, "blocklist", source.Blocklists.Select(list => (list.Id, list.Place)));
        Twice(source, "zone", source.Blocklists.SelectMany(list => list.Zones.Select(zone => (zone.Name, zone.Place))));
        Twice(source, "signer", source.Signers.Select(signer => (signer.Id, signer.Place)));
        Twice(source, "article", source.Articles.Select(article => (article.Id, article.Place)));
        Twice(source, "step", source.Steps.Select(step => (step.Id, step.Place)));
        Twice(source, "relay host", source.Providers.SelectMany(provider => provider.RelayHosts.Select(host => (host, provider.Place))));
        Twice(source, "recipient domain", source.Providers.SelectMany(provider => provider.RecipientDomains.Select(domain => (domain, provider.Place))));
        Twice(source, "reply word", source.Providers.SelectMany(provider => provider.ReplyWords.Select(word => (word.Key, provider.Place))));
        Dangling(source);
    }

    private static void Twice(KnowledgeSource source, string what, IEnumerable<(string Id, SourcePlace Place)> items)
    {
        var seen = new Dictionary<string, SourcePlace>(StringComparer.Ordinal);
        foreach (var (id, place) in items)
        {
            if (id.Length == 0 || seen.TryAdd(id, place)) continue;
            source.Problems.Add(new SourceProblem(place.File.ShownPath, place.Line, $"the {what} '{id}' stands also at {seen[id]}: keep one, or give another name"));
        }
    }

    private static void Dangling(KnowledgeSource source)
    {
        var articles = source.Articles.Select(article => article.Id).ToHashSet(StringComparer.Ordinal);
        var steps = source.Steps.Select(step => step.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (article, place) in source.Rules.Select(rule => (rule.Article, rule.Place)).Concat(source.Blocklists.Select(list => (list.Article, list.Place))))
        {
            if (article is not null && !articles.Contains(article))
                Add(place.File.ShownPath, place.Line, $"no article has the id '{article}': write it as [article.\"{article}\"] in articles/, or leave 'article' out");
        }
        var named = source.Articles.SelectMany(article => article.Steps.Select(step => (step, article.Place)))
            .Concat(source.Blocklists.SelectMany(list => list.Zones).SelectMany(zone => zone.Codes.SelectMany(code => code.Steps).Select(step => (step, zone.Place))));
        foreach (var (step, place) in named.Distinct())
        {
            if (!steps.Contains(step.Value))
                Add(place.File.ShownPath, step.Line, $"no step has the id '{step.Value}': write it as a [[step]] in steps/, or name another");
        }

        void Add(string file, int line, string message) => source.Problems.Add(new SourceProblem(file, line, message));
    }
}
