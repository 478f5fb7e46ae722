namespace Todoku.Knowledge.Sources;

/// <summary>
/// Reads <c>checks/NAME.toml</c>: what to tell a person about each outcome of one point of the checklist. An outcome becomes the article
/// <c>check.NAME.OUTCOME</c>; cause and fault of the file hold for outcomes that don't name their own.
/// </summary>
internal static class CheckReader
{
    /// <summary>What ids of these articles begin with.</summary>
    public const string Prefix = "check.";

    public static void Read(TableReader root, KnowledgeSource source)
    {
        var cause = DefinitionReader.Cause(root, root.Required("cause", "\"spf-fail\""));
        var fault = DefinitionReader.Fault(root);
        foreach (var (name, table) in root.Named("outcome", "the outcome"))
        {
            if (!SourceWords.IsId(name)) table.Fail(table.Line, $"'{name}' is no name of an outcome: write lower case letters, digits and hyphens");
            var own = table.Optional("cause");
            source.Articles.Add(new ArticleDefinition(
                $"{Prefix}{root.File.Stem}.{name}",
                own is null ? cause : DefinitionReader.Cause(table, own),
                table.Has("fault") ? DefinitionReader.Fault(table) : fault,
                table.Texts("steps"),
                Text(table, "en"),
                Text(table, "ja"),
                new SourcePlace(table.File, table.Line)));
            table.Finish();
        }
        root.Finish();
    }

    // What is well needs no more than its title.
    private static ArticleText Text(TableReader parent, string language)
    {
        if (parent.Child(language, $"[{language}]", $"[{language}] with title, means and verify") is not { } table)
        {
            if (!parent.Has(language)) parent.Fail(parent.Line, $"there is no [{language}]: write its title in that language too");
            return new ArticleText("", "", "");
        }
        var text = new ArticleText(table.Required("title", "\"...\""), table.Optional("means") ?? "", table.Optional("verify") ?? "");
        if (text.Title.Length > ArticleReader.MaxTitle) table.Fail(table.LineOf("title"), $"the title has {text.Title.Length} characters: write at most {ArticleReader.MaxTitle}");
        table.Finish();
        return text;
    }
}
