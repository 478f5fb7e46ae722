using Todoku.Knowledge.Toml;

namespace Todoku.Knowledge.Sources;

/// <summary>Everything a knowledge folder says, read and checked, in the order of its files.</summary>
internal sealed class KnowledgeSource
{
    public List<ProviderDefinition> Providers { get; } = [];

    public List<RuleDefinition> Rules { get; } = [];

    public List<BlocklistDefinition> Blocklists { get; } = [];

    public List<SignerDefinition> Signers { get; } = [];

    public List<WordListDefinition> WordLists { get; } = [];

    public List<ArticleDefinition> Articles { get; } = [];

    public List<StepDefinition> Steps { get; } = [];

    /// <summary>The public suffix list as published; empty when the folder has none.</summary>
    public string PublicSuffixes { get; set; } = "";

    public List<SourceProblem> Problems { get; } = [];

    /// <summary>Brings the errors into the order of files and lines.</summary>
    public void SortProblems()
    {
        SourceProblem[] sorted = [.. Problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)];
        Problems.Clear();
        Problems.AddRange(sorted);
    }
}
