using Todoku.Knowledge.Images;
using Todoku.Knowledge.Sources;

namespace Todoku.Knowledge.Compilation;

/// <summary>
/// Makes rules of a blocklist. One that lists addresses and domains both gives two: a reply that also speaks of a domain or a
/// link means the domain, any other the address.
/// </summary>
internal static class BlocklistRules
{
    private static readonly Anchor[] DomainWords =
        [.. new[] { "|domain|", "|domains|", "|url|", "|urls|", "|uri|", "|link|", "|dbl", "|uribl|", "|surbl|", "dbl.", "|rhsbl" }.Select(Word)];

    public static IEnumerable<CompiledRule> From(BlocklistDefinition list, int index, HashSet<string> articles)
    {
        if (list.ReplyWords.Count == 0) yield break;
        var id = $"blocklist.{list.Id}";
        var article = list.Article ?? (articles.Contains(id) ? id : null);
        if (list.Kind == BlocklistKind.Both) yield return Rule(Cause.DomainReputation, [list.ReplyWords, DomainWords]);
        yield return Rule(list.Kind == BlocklistKind.Domain ? Cause.DomainReputation : Cause.IpBlocklisted, [list.ReplyWords]);

        CompiledRule Rule(Cause cause, IReadOnlyList<IReadOnlyList<Anchor>> groups) =>
            new(TryOrder.Of(list), id, null, cause, Locality.Any, [], [], [], groups, [], [], article, index + 1, Persistence.ByCause);
    }

    private static Anchor Word(string text) => Anchor.Parse(text, out var problem) ?? throw new InvalidOperationException(problem);
}
