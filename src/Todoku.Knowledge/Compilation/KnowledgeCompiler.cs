using Todoku.Knowledge.Images;
using Todoku.Knowledge.Sources;

namespace Todoku.Knowledge.Compilation;

/// <summary>Turns what a knowledge folder says into a <see cref="KnowledgeImage"/>. The same at build and for a folder of the user's own.</summary>
internal static class KnowledgeCompiler
{
    /// <summary>Compiles definitions that were found free of errors.</summary>
    public static byte[] Compile(KnowledgeSource source)
    {
        var image = new ImageBuilder();
        var articles = source.Articles.Select(article => article.Id).ToHashSet(StringComparer.Ordinal);
        var rules = source.Rules.Select(CompiledRule.From)
            .Concat(source.Blocklists.SelectMany((list, index) => BlocklistRules.From(list, index, articles)))
            .OrderBy(rule => rule.Order); // stable: the order of files and within them stays
        new RuleSectionWriter(image, source.Providers).Write([.. rules]);
        WriteProviders(image, source.Providers);
        WriteAdvice(image, source.Providers, articles);
        WriteArticles(image, source);
        WriteSteps(image, source);
        BlocklistSectionWriter.Write(image, source.Blocklists);
        TextListSectionWriter.Write(image, source);
        image.Set<byte>(ImageSection.PublicSuffixes, Mail.PublicSuffixList.Compile(source.PublicSuffixes));
        return image.Build();
    }

    private static void WriteProviders(ImageBuilder image, List<ProviderDefinition> providers)
    {
        image.Set<ProviderRecord>(ImageSection.Providers, [.. providers.Select(provider => RecordOf(image, provider))]);
        image.Set<HostSlot>(
            ImageSection.RelayHosts, HostTableBuilder.Build(image, providers.SelectMany((provider, index) => provider.RelayHosts.Select(host => (host, index)))));
        image.Set<HostSlot>(
            ImageSection.RecipientDomains, HostTableBuilder.Build(image, providers.SelectMany((provider, index) => provider.RecipientDomains.Select(domain => (domain, index)))));
    }

    private static ProviderRecord RecordOf(ImageBuilder image, ProviderDefinition provider)
    {
        var limits = provider.Limits;
        return new ProviderRecord(
            image.String(provider.Id), image.String(provider.NameEnglish), image.String(provider.NameJapanese),
            (uint)(limits?.Connections ?? 0), (uint)(limits?.MessagesPerConnection ?? 0), (uint)(limits?.Recipients ?? 0),
            (uint)(limits?.Rate ?? 0), (uint)(limits?.RatePeriod.TotalSeconds ?? 0), image.String(limits?.Source ?? ""), image.String(limits?.Date ?? ""));
    }

    // A row for each provider, and a last one for everybody else.
    private static void WriteAdvice(ImageBuilder image, List<ProviderDefinition> providers, HashSet<string> articles)
    {
        var table = new List<uint>();
        foreach (var provider in providers.Select(provider => provider.Id).Append(""))
        {
            foreach (var cause in Causes.All)
            {
                var own = $"{provider}.{cause.Id}";
                table.Add(image.String(articles.Contains(own) ? own : cause.Id));
            }
        }
        image.SetList(ImageSection.AdviceTable, table);
    }

    private static void WriteArticles(ImageBuilder image, KnowledgeSource source)
    {
        var steps = new List<uint>();
        var records = new List<ArticleRecord>();
        foreach (var article in source.Articles.OrderBy(article => article.Id, StringComparer.Ordinal))
        {
            var (english, japanese) = (article.English, article.Japanese);
            records.Add(new ArticleRecord(
                image.String(article.Id), image.String(english.Title), image.String(english.Means), image.String(english.Verify),
                image.String(japanese.Title), image.String(japanese.Means), image.String(japanese.Verify),
                (uint)steps.Count, (ushort)article.Steps.Count, article.Cause, article.Fault));
            steps.AddRange(article.Steps.Select(step => image.String(step.Value)));
        }
        image.SetList(ImageSection.Articles, records);
        image.SetList(ImageSection.ArticleSteps, steps);
    }

    private static void WriteSteps(ImageBuilder image, KnowledgeSource source) => image.Set<StepRecord>(
        ImageSection.Steps,
        [.. source.Steps.OrderBy(step => step.Id, StringComparer.Ordinal).Select(step => new StepRecord(
            image.String(step.Id),
            image.String(step.English.Do), image.String(step.English.Why), image.String(step.English.Verify), image.String(step.English.IfRefused),
            image.String(step.Japanese.Do), image.String(step.Japanese.Why), image.String(step.Japanese.Verify), image.String(step.Japanese.IfRefused),
            step.Group))]);
}
