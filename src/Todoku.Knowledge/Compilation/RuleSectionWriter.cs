using Todoku.Knowledge.Images;
using Todoku.Knowledge.Sources;

namespace Todoku.Knowledge.Compilation;

/// <summary>Writes rules, reply words, their anchors and the automaton that finds them.</summary>
internal sealed class RuleSectionWriter(ImageBuilder image, IReadOnlyList<ProviderDefinition> providers)
{
    private readonly LiteralTrie _trie = new();
    private readonly Dictionary<string, uint> _anchorIds = new(StringComparer.Ordinal);
    private readonly List<AnchorRecord> _anchors = [];
    private readonly List<uint> _anchorParts = [];
    private readonly List<uint> _lists = [];
    private readonly List<SortedSet<uint>> _triggers = [];

    /// <summary>Writes all of it. Candidates that a literal triggers are rules by index, then reply words by index past the rules.</summary>
    public void Write(IReadOnlyList<CompiledRule> rules)
    {
        var records = rules.Select(Record).ToList();
        for (var i = 0; i < rules.Count; i++) AddTriggers(RarestGroup(rules[i]), (uint)i);
        var words = new List<WordRecord>();
        for (var i = 0; i < providers.Count; i++)
        {
            foreach (var word in providers[i].ReplyWords)
            {
                AddTriggers([word], (uint)(rules.Count + words.Count));
                words.Add(new WordRecord(Word(word), (ushort)i, (ushort)word.Parts.Sum(part => part.Length)));
            }
        }
        _trie.Build();
        new AutomatonBuilder(_trie).Write(image);
        image.SetList(ImageSection.Rules, records);
        image.SetList(ImageSection.RuleLists, _lists);
        image.SetList(ImageSection.Anchors, _anchors);
        image.SetList(ImageSection.AnchorParts, _anchorParts);
        image.SetList(ImageSection.Words, words);
        WriteLiterals();
    }

    private RuleRecord Record(CompiledRule rule)
    {
        var lists = (uint)_lists.Count;
        _lists.Add((uint)rule.Groups.Count);
        var first = RarestGroup(rule);
        foreach (var group in rule.Groups.Where(group => group == first).Concat(rule.Groups.Where(group => group != first))) AddList(group.Select(Word));
        AddList(rule.None.Select(Word));
        AddList(rule.Codes.Select(code => (uint)code));
        AddList(rule.Enhanced.Select(PackedStatus.Of));
        AddList(rule.Captures.Select(image.String));
        var provider = rule.Provider is null ? RuleRecord.AnyProvider : (ushort)IndexOf(rule.Provider);
        var stages = rule.Stages.Aggregate(0, (mask, stage) => mask | (1 << (int)stage));
        return new RuleRecord(
            image.String(rule.Id), image.String(rule.Article ?? ""), lists, provider, (ushort)stages, rule.Cause, rule.Local, (ushort)rule.Blocklist, rule.Persistence);
    }

    private int IndexOf(string provider)
    {
        for (var i = 0; i < providers.Count; i++)
        {
            if (providers[i].Id == provider) return i;
        }
        throw new InvalidOperationException($"No provider '{provider}'.");
    }

    private void AddList(IEnumerable<uint> items)
    {
        var at = _lists.Count;
        _lists.Add(0);
        _lists.AddRange(items);
        _lists[at] = (uint)(_lists.Count - at - 1);
    }

    private uint Word(Anchor anchor)
    {
        if (anchor.IsPlain) return WordRef.Literal(LiteralId(anchor.Parts[0]));
        if (_anchorIds.TryGetValue(anchor.Key, out var id)) return WordRef.Anchor(id);
        id = (uint)_anchors.Count;
        _anchorIds.Add(anchor.Key, id);
        var parts = (uint)_anchorParts.Count;
        foreach (var part in anchor.Parts) _anchorParts.Add(LiteralId(part) | (Anchor.IsScanned(part) ? 0 : AnchorRecord.NotScanned));
        _anchors.Add(new AnchorRecord(parts, (ushort)anchor.Parts.Count, anchor.BorderBefore, anchor.BorderAfter));
        return WordRef.Anchor(id);
    }

    private uint LiteralId(string part)
    {
        var id = _trie.Add(part);
        while (_triggers.Count <= id) _triggers.Add([]);
        return id;
    }

    // A rule becomes a candidate by the longest literals of that group whose weakest anchor is longest: they hit least.
    private static IReadOnlyList<Anchor> RarestGroup(CompiledRule rule) =>
        rule.Groups.Count == 0 ? [] : rule.Groups.MaxBy(group => group.Min(anchor => anchor.Parts.Max(part => part.Length))) ?? [];

    private void AddTriggers(IReadOnlyList<Anchor> group, uint candidate)
    {
        foreach (var anchor in group) _triggers[(int)LiteralId(anchor.Parts.MaxBy(part => part.Length) ?? "")].Add(Trigger.Of(candidate, anchor.IsPlain));
    }

    private void WriteLiterals()
    {
        var literals = new List<LiteralRecord>();
        var triggers = new List<uint>();
        for (var i = 0; i < _trie.Literals.Count; i++)
        {
            literals.Add(new LiteralRecord(image.String(_trie.Literals[i]), (uint)triggers.Count));
            triggers.Add((uint)_triggers[i].Count);
            triggers.AddRange(_triggers[i]);
        }
        image.SetList(ImageSection.Literals, literals);
        image.SetList(ImageSection.Triggers, triggers);
    }
}
