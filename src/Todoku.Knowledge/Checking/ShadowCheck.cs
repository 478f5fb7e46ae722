using Todoku.Knowledge.Compilation;
using Todoku.Knowledge.Images;
using Todoku.Knowledge.Sources;
using Todoku.Knowledge.Toml;

namespace Todoku.Knowledge.Checking;

/// <summary>
/// Finds rules, and single words of rules, that can never decide a reply: wherever they occur, a rule that is tried earlier fits too.
/// Only what can be proved from the words is told; a word that merely loses in practice is not.
/// </summary>
internal static class ShadowCheck
{
    /// <summary>The rules and words that are never reached; for each a message that names the rule that takes their replies.</summary>
    public static List<SourceProblem> Run(KnowledgeSource source)
    {
        var articles = source.Articles.Select(article => article.Id).ToHashSet(StringComparer.Ordinal);
        var places = source.Rules.GroupBy(rule => rule.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Place, StringComparer.Ordinal);
        var rules = source.Rules.Select(CompiledRule.From)
            .Concat(source.Blocklists.SelectMany((list, index) => BlocklistRules.From(list, index, articles)))
            .OrderBy(rule => rule.Order)
            .ToList();
        var problems = new List<SourceProblem>();
        for (var i = 0; i < rules.Count; i++)
        {
            if (places.TryGetValue(rules[i].Id, out var place)) Check(rules[i], [.. rules[..i].Where(earlier => MayTake(earlier, rules[i]))], place, problems);
        }
        return problems;
    }

    // Each way in which the rule can fit: its words that must all occur, and one of its choice.
    private static void Check(CompiledRule rule, List<CompiledRule> earlier, SourcePlace place, List<SourceProblem> problems)
    {
        var certain = rule.Groups.Where(group => group.Count == 1).Select(group => group[0]).ToList();
        var choice = rule.Groups.FirstOrDefault(group => group.Count > 1);
        if (choice is null)
        {
            if (Taker(earlier, certain, rule) is { } taker) Add($"the rule {rule.Id} is never reached: {taker.Id}, tried before it, takes all of its replies; remove one, or move it up");
            return;
        }
        var lost = choice.Select(word => (Word: word, Taker: Taker(earlier, [.. certain, word], rule))).Where(found => found.Taker is not null).ToList();
        if (lost.Count == choice.Count)
        {
            Add($"the rule {rule.Id} is never reached: {lost[0].Taker!.Id}, tried before it, takes its replies; remove one, or move it up");
            return;
        }
        foreach (var (word, taker) in lost) Add($"\"{word.Key}\" of {rule.Id} is never reached: {taker!.Id}, tried before it, takes every reply that has it; take it out, or move the rule up");

        void Add(string message) => problems.Add(new SourceProblem(place.File.ShownPath, place.Line, message));
    }

    private static CompiledRule? Taker(List<CompiledRule> earlier, List<Anchor> words, CompiledRule rule) =>
        earlier.Find(candidate => candidate.Groups.All(group => group.Any(wanted => words.Exists(word => Implies(word, wanted))))
            && candidate.None.All(barred => rule.None.Any(own => Implies(barred, own))));

    // Whether the earlier rule asks for nothing but words that the later one does not ask for too. Rules without words come last and by their codes alone.
    private static bool MayTake(CompiledRule earlier, CompiledRule later) =>
        (earlier.Groups.Count > 0) == (later.Groups.Count > 0)
        && (earlier.Provider is null || earlier.Provider == later.Provider)
        && (earlier.Local == Locality.Any || earlier.Local == later.Local)
        && (earlier.Stages.Count == 0 || (later.Stages.Count > 0 && !later.Stages.Except(earlier.Stages).Any()))
        && (earlier.Codes.Count == 0 || (later.Codes.Count > 0 && later.Codes.All(code => earlier.Codes.Contains(code) || earlier.Codes.Contains(code / 100))))
        && (earlier.Enhanced.Count == 0 || (later.Enhanced.Count > 0 && later.Enhanced.All(code => earlier.Enhanced.Any(wider => Covers(wider, code)))));

    private static bool Covers(EnhancedPattern wider, EnhancedPattern code) =>
        Covers(wider.Class, code.Class) && Covers(wider.Subject, code.Subject) && Covers(wider.Detail, code.Detail);

    private static bool Covers(ushort wider, ushort part) => wider == EnhancedPattern.Anything || wider == part;

    /// <summary>Whether a reply in which one word occurs surely holds the other.</summary>
    private static bool Implies(Anchor word, Anchor other) =>
        other.IsPlain
            ? word.Parts.Any(part => part.Contains(other.Parts[0], StringComparison.Ordinal))
            : (word.BorderBefore, word.BorderAfter) == (other.BorderBefore, other.BorderAfter) && word.Parts.SequenceEqual(other.Parts, StringComparer.Ordinal);
}
