using Todoku.Knowledge.Toml;

namespace Todoku.Knowledge.Sources;

/// <summary>An article in both languages.</summary>
internal sealed record ArticleDefinition(
    string Id, Cause Cause, Fault Fault, IReadOnlyList<SourceNode.Text> Steps, ArticleText English, ArticleText Japanese, SourcePlace Place);
