using Todoku.Diagnosis.Timeline;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Findings;

/// <summary>
/// Finds the article that explains a finding: for a situation the provider's own of that name, then the general one; then the one that
/// the reply's rule named; then the provider's own for the cause; then that of the cause.
/// </summary>
internal sealed class ArticleFinder(IKnowledge knowledge)
{
    public Article? Find(Provider? provider, string kind, Cause cause, string advice)
    {
        foreach (var id in Candidates(provider, kind, cause, advice))
        {
            if (knowledge.FindArticle(id) is { } article) return article;
        }
        return null;
    }

    // The situation's article knows that the name is the host's; the cause's speaks of any mismatch.
    private const string ReturnPathOfHost = "return-path-host";

    private static IEnumerable<string> Candidates(Provider? provider, string kind, Cause cause, string advice)
    {
        if (kind == Situations.ReturnPathMismatch) yield return ReturnPathOfHost;
        if (kind != cause.Id)
        {
            if (provider is not null) yield return $"{provider.Id}.{kind}";
            yield return kind;
        }
        if (advice.Length > 0 && advice != cause.Id) yield return advice;
        if (provider is not null) yield return $"{provider.Id}.{cause.Id}";
        yield return cause.Id;
    }
}
