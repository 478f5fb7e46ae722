namespace Todoku.Knowledge.Sources;

/// <summary>Reads articles: of causes, of situations, and of providers' own.</summary>
internal static class ArticleReader
{
    /// <summary>Titles longer than this don't fit a line of the report.</summary>
    public const int MaxTitle = 80;

    /// <summary>Reads <c>causes/CAUSE.toml</c> and <c>situations/ID.toml</c>: one article, named by its file.</summary>
    public static void ReadFile(TableReader root, KnowledgeSource source)
    {
        var stem = root.File.Stem;
        var isCause = root.File.Folder == "causes";
        var word = root.Required("cause", isCause ? $"\"{stem}\"" : "\"ip-reputation\"");
        if (isCause && !Causes.TryParse(stem, out _)) root.Fail(0, $"'{stem}' is no cause: name the file after one of the list in docs/causes.md");
        else if (isCause && word.Length > 0 && word != stem) root.Fail(root.LineOf("cause"), $"'cause' is \"{word}\" but the file is {stem}.toml: write cause = \"{stem}\"");
        source.Articles.Add(Read(root, stem, DefinitionReader.Cause(root, word)));
    }

    /// <summary>Reads <c>articles/NAME.toml</c>: articles of one provider, or of blocklists.</summary>
    public static void ReadCollection(TableReader root, KnowledgeSource source)
    {
        ReadNamed(root, root.Optional("provider"), source);
        root.Finish();
    }

    /// <summary>Reads the <c>[article."PROVIDER.NAME"]</c> tables.</summary>
    public static void ReadNamed(TableReader root, string? provider, KnowledgeSource source)
    {
        foreach (var (id, table) in root.Named("article", "the article"))
        {
            if (!SourceWords.IsId(id) || !id.Contains('.')) table.Fail(table.Line, $"'{id}' is no id of a provider's article: write [article.\"{provider ?? "google"}.ip-reputation\"]");
            else if (provider is not null && !id.StartsWith(provider + ".", StringComparison.Ordinal))
                table.Fail(table.Line, $"the article \"{id}\" stands among those of {provider}: begin its id with \"{provider}.\"");
            var second = id[(id.IndexOf('.') + 1)..];
            var word = table.Optional("cause");
            if (word is null && !Causes.TryParse(second, out _)) table.Fail(table.Line, $"the article \"{id}\" has no 'cause' and '{second}' is none: write cause = \"...\"");
            source.Articles.Add(Read(table, id, word is null ? Causes.TryParse(second, out var cause) ? cause : default : DefinitionReader.Cause(table, word)));
        }
    }

    private static ArticleDefinition Read(TableReader table, string id, Cause cause)
    {
        var article = new ArticleDefinition(
            id, cause, DefinitionReader.Fault(table), table.Texts("steps"), Text(table, "en"), Text(table, "ja"), new SourcePlace(table.File, table.Line));
        if (!table.Has("steps")) table.Fail(table.Line, "there is no 'steps': write steps = [\"...\"], or [] when there is nothing to do");
        table.Finish();
        return article;
    }

    private static ArticleText Text(TableReader parent, string language)
    {
        if (parent.Child(language, $"[{language}]", $"[{language}] with title, means and verify") is not { } table)
        {
            if (!parent.Has(language)) parent.Fail(parent.Line, $"there is no [{language}]: write title, means and verify in that language too");
            return new ArticleText("", "", "");
        }
        var text = new ArticleText(table.Required("title", "\"...\""), table.Required("means", "\"...\""), table.Required("verify", "\"...\""));
        if (text.Title.Length > MaxTitle) table.Fail(table.LineOf("title"), $"the title has {text.Title.Length} characters: write at most {MaxTitle}");
        table.Finish();
        return text;
    }
}
