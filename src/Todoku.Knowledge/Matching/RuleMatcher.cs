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
        for (var word = 0; word <= (image.Rules.Length - 1) >> 6; word++)
        {
            for (var bits = scratch.Candidates[word]; bits != 0; bits &= bits - 1)
            {
                var rule = (word << 6) + BitOperations.TrailingZeroCount(bits);
                if (rule >= image.Rules.Length) break; // reply words follow the rules
                if (Fits(image.Rules[(uint)rule], text, scratch.Literals, facts, provider)) return rule;
            }
        }
        for (var rule = _firstWithoutWords; rule < image.Rules.Length; rule++)
        {
            if (Fits(image.Rules[(uint)rule], text, scratch.Literals, facts, provider)) return rule;
        }
        return -1;
    }

    /// <summary>1 + the first blocklist that the reply names, whatever rule decided; 0 for none.</summary>
    public uint FindBlocklist(ReadOnlySpan<byte> text, MatchScratch scratch)
    {
        for (var rule = 0; rule < _firstWithoutWords; rule++)
        {
            ref readonly var record = ref image.Rules[(uint)rule];
            if (record.Blocklist == 0 || (scratch.Candidates[rule >> 6] & (1UL << (rule & 63))) == 0) continue;
            if (Fits(record, text, scratch.Literals, default, -1)) return record.Blocklist;
        }
        return 0;
    }

    /// <summary>The provider that the reply's own words name, or -1.</summary>
    public int FindProvider(ReadOnlySpan<byte> text, MatchScratch scratch)
    {
        var (provider, weight) = (-1, 0);
        for (var index = 0; index < image.Words.Length; index++)
        {
            var candidate = index + image.Rules.Length;
            if ((scratch.Candidates[candidate >> 6] & (1UL << (candidate & 63))) == 0) continue;
            ref readonly var word = ref image.Words[(uint)index];
            if (word.Weight > weight && _anchors.Occurs(word.Anchor, text, scratch.Literals)) (provider, weight) = (word.Provider, word.Weight);
        }
        return provider;
    }

    private bool Fits(in RuleRecord rule, ReadOnlySpan<byte> text, ReadOnlySpan<ulong> literals, in ReplyFacts facts, int provider)
    {
        if (rule.Provider != RuleRecord.AnyProvider && rule.Provider != provider) return false;
        if (rule.Stages != 0 && (rule.Stages & (1 << (int)facts.Stage)) == 0) return false;
        if (rule.Local == Locality.Local && !facts.MayBeLocal) return false;
        if (rule.Local == Locality.Remote && facts.IsLocal) return false;
        var groups = image.RuleLists[rule.Lists];
        var next = rule.Lists + 1;
        for (; groups > 0; groups--)
        {
            if (!Any(image.RuleLists.List(next, out next), text, literals)) return false;
        }
        if (Any(image.RuleLists.List(next, out next), text, literals)) return false;
        return FitsCode(image.RuleLists.List(next, out next), facts.Code) && FitsStatus(image.RuleLists.List(next, out _), facts);
    }

    private bool Any(ReadOnlySpan<uint> anchors, ReadOnlySpan<byte> text, ReadOnlySpan<ulong> literals)
    {
        foreach (var anchor in anchors)
        {
            if (_anchors.Occurs(anchor, text, literals)) return true;
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
