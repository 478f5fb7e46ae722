using Todoku.Knowledge.Toml;

namespace Todoku.Knowledge.Sources;

/// <summary>Reads the files of a knowledge folder into definitions, gathering all errors.</summary>
internal static class KnowledgeReader
{
    public static KnowledgeSource Read(IEnumerable<SourceFile> files)
    {
        var source = new KnowledgeSource();
        foreach (var file in files)
        {
            if (file.Path == KnowledgeFolder.PublicSuffixPath) source.PublicSuffixes = file.Text;
            else ReadFile(file, source);
        }
        ConsistencyCheck.Run(source);
        source.SortProblems();
        return source;
    }

    /// <summary>Reads some of the files, which need not be consistent without the others.</summary>
    public static KnowledgeSource ReadAlone(IEnumerable<SourceFile> files)
    {
        var source = new KnowledgeSource();
        foreach (var file in files) ReadFile(file, source);
        return source;
    }

    private static void ReadFile(SourceFile file, KnowledgeSource source)
    {
        var syntax = new List<SourceProblem>();
        if (TomlSource.Parse(file.Text, file.ShownPath, syntax) is not { } tree)
        {
            source.Problems.AddRange(syntax.Select(problem => problem with { Message = $"this is not TOML: {problem.Message}" }));
            return;
        }
        var root = new TableReader(file, tree, "the file", source.Problems);
        switch (file.Folder)
        {
            case "providers": ProviderReader.Read(root, source); break;
            case "rules":
                RuleReader.ReadAll(root, null, source);
                root.Finish();
                break;
            case "causes" or "situations": ArticleReader.ReadFile(root, source); break;
            case "articles": ArticleReader.ReadCollection(root, source); break;
            case "checks": CheckReader.Read(root, source); break;
            case "steps": StepReader.Read(root, source); break;
            case "" when file.Path == "blocklists.toml": BlocklistReader.Read(root, source); break;
            case "" when file.Path == "signers.toml": SignerReader.Read(root, source); break;
            case "" when file.Path == "words.toml": WordListReader.Read(root, source); break;
            default:
                root.Fail(0, "a file here has no meaning: put it into providers/, rules/, causes/, situations/, articles/, checks/ or steps/, or name it blocklists.toml, signers.toml or words.toml");
                break;
        }
    }
}
