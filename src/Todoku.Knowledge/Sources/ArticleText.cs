namespace Todoku.Knowledge.Sources;

/// <summary>The texts of an article in one language.</summary>
internal sealed record ArticleText(string Title, string Means, string Verify);
