using System.Numerics;
using Todoku.Knowledge.Images;

namespace Todoku.Knowledge.Matching;

/// <summary>Finds the first rule that fits a scanned reply, in the order of <see cref="Compilation.TryOrder"/>.</summary>
internal sealed class RuleMatcher(KnowledgeImage image)
{
    private readonly AnchorMatcher _anchors = new(image);
    private readonly int _firstWithoutWords = FirstWithoutWords(image);

    /// <summary>The index of the rule, or -1.</summary>
    /// <param name="text">The folded reply.</param>
    /// <param name="scratch">What the scan found.</param>
    /// <param name="facts">Codes, stage, whose words.</param>
    /// <param name="provider">Whose server it is; -1 for one without a file.</param>
    public int Find(ReadOnlySpan<byte> text, MatchScratch scratch, in ReplyFacts facts, int provider)
    {
        for (var rule = NextBit(scratch.Candidates, 0); rule >= 0 && rule < image.Rules.Length; rule = NextBit(scratch.Candidates, rule + 1))
        {
            if (Fits(rule, text, scratch, facts, provider)) return rule;
        }
        for (var rule = _firstWithoutWords; rule < image.Rules.Length; rule++)
        {
            if (Fits(rule, text, scratch, facts, provider)) return rule;
        }
        return -1;
    }

    /// <summary>1 + the first blocklist that the reply names, whatever rule decided; 0 for none.</summary>
    public uint FindBlocklist(ReadOnlySpan<byte> text, MatchScratch scratch)
    {
        for (var rule = NextBit(scratch.Candidates, 0); rule >= 0 && rule < image.Rules.Length; rule = NextBit(scratch.Candidates, rule + 1))
        {
            ref readonly var record = ref image.Rules[(uint)rule];
            if (record.Blocklist != 0 && Fits(rule, text, scratch, default, -1)) return record.Blocklist;
        }
        return 0;
    }

    /// <summary>The provider that the reply's own words name, or -1.</summary>
    public int FindProvider(ReadOnlySpan<byte> text, MatchScratch scratch)
    {
        var (provider, weight) = (-1, 0);
        for (var at = NextBit(scratch.Candidates, image.Rules.Length); at >= 0; at = NextBit(scratch.Candidates, at + 1))
        {
            ref readonly var word = ref image.Words[(uint)(at - image.Rules.Length)];
            if (word.Weight > weight && _anchors.Occurs(word.Word, text, scratch.Literals)) (provider, weight) = (word.Provider, word.Weight);
        }
        return provider;
    }

    private static int NextBit(ReadOnlySpan<ulong> bits, int from)
    {
        for (var word = from >> 6; word < bits.Length; word++)
        {
            var left = word == from >> 6 ? bits[word] & (ulong.MaxValue << (from & 63)) : bits[word];
            if (left != 0) return (word << 6) + BitOperations.TrailingZeroCount(left);
        }
        return -1;
    }

    private bool Fits(int index, ReadOnlySpan<byte> text, MatchScratch scratch, in ReplyFacts facts, int provider)
    {
        ref readonly var rule = ref image.Rules[(uint)index];
        if (rule.Provider != RuleRecord.AnyProvider && rule.Provider != provider) return false;
        if (rule.Stages != 0 && (rule.Stages & (1 << (int)facts.Stage)) == 0) return false;
        if (rule.Local == Locality.Local && !facts.MayBeLocal) return false;
        if (rule.Local == Locality.Remote && facts.IsLocal) return false;
        ReadOnlySpan<ulong> literals = scratch.Literals;
        var groups = image.RuleLists[rule.Lists];
        var next = rule.Lists + 1;
        for (var group = 0u; group < groups; group++)
        {
            var words = image.RuleLists.List(next, out next);
            if (group == 0 && (scratch.Sure[index >> 6] & (1UL << (index & 63))) != 0) continue;
            if (!Any(words, text, literals)) return false;
        }
        if (Any(image.RuleLists.List(next, out next), text, literals)) return false;
        return FitsCode(image.RuleLists.List(next, out next), facts.Code) && FitsStatus(image.RuleLists.List(next, out _), facts);
    }

    private bool Any(ReadOnlySpan<uint> words, ReadOnlySpan<byte> text, ReadOnlySpan<ulong> literals)
    {
        foreach (var word in words)
        {
            if (_anchors.Occurs(word, text, literals)) return true;
        }
        return false;
    }

    private static bool FitsCode(ReadOnlySpan<uint> codes, ushort code)
    {
        foreach (var wanted in codes)
        {
            if (wanted == code || wanted == code / 100) return true;
        }
        return codes.IsEmpty;
    }

    private static bool FitsStatus(ReadOnlySpan<uint> patterns, in ReplyFacts facts)
    {
        foreach (var pattern in patterns)
        {
            if (PackedStatus.Matches(pattern, facts.Status)) return true;
        }
        return patterns.IsEmpty;
    }

    private static int FirstWithoutWords(KnowledgeImage image)
    {
        var first = image.Rules.Length;
        while (first > 0 && image.RuleLists[image.Rules[(uint)first - 1].Lists] == 0) first--;
        return first;
    }
}
