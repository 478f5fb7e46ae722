using System.Runtime.CompilerServices;
using Todoku.Knowledge.Images;
using Todoku.Knowledge.Sources;
using Todoku.Mail;

namespace Todoku.Knowledge.Matching;

/// <summary>Tells whether an anchor occurs in a folded reply of which the literals found are known.</summary>
internal sealed class AnchorMatcher(KnowledgeImage image)
{
    /// <summary>Whether a word occurs.</summary>
    /// <param name="word">A <see cref="WordRef"/>.</param>
    /// <param name="text">The folded reply, up to <see cref="SmtpReply.MaxLength"/> bytes.</param>
    /// <param name="literals">The literals found.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Occurs(uint word, ReadOnlySpan<byte> text, ReadOnlySpan<ulong> literals) =>
        WordRef.IsAnchor(word) ? AnchorOccurs(WordRef.Id(word), text, literals) : IsFound(word, literals);

    private static bool IsFound(uint literal, ReadOnlySpan<ulong> literals) => (literals[(int)(literal >> 6)] & (1UL << (int)(literal & 63))) != 0;

    private bool AnchorOccurs(uint id, ReadOnlySpan<byte> text, ReadOnlySpan<ulong> literals)
    {
        ref readonly var anchor = ref image.Anchors[id];
        var parts = image.AnchorParts.Span.Slice((int)anchor.Parts, anchor.Count);
        foreach (var part in parts)
        {
            if ((part & AnchorRecord.NotScanned) == 0 && !IsFound(part, literals)) return false;
        }
        return Verify(anchor, parts, text);
    }

    // For each part in turn, at which positions a text that fits all parts so far may end. No backtracking: every occurrence of
    // every part is looked at once.
    private bool Verify(in AnchorRecord anchor, ReadOnlySpan<uint> parts, ReadOnlySpan<byte> text)
    {
        Span<ulong> reached = stackalloc ulong[(SmtpReply.MaxLength >> 6) + 1];
        Span<ulong> next = stackalloc ulong[reached.Length];
        reached.Clear();
        for (var i = 0; i < parts.Length; i++)
        {
            var literal = image.Utf8(image.Literals[parts[i] & ~AnchorRecord.NotScanned].Text);
            var any = false;
            next.Clear();
            for (var from = 0; ;)
            {
                var at = text[from..].IndexOf(literal);
                if (at < 0) break;
                var start = from + at;
                var end = start + literal.Length;
                from = start + 1;
                if (i == 0 ? anchor.BorderBefore && !IsBorder(text, start) : !AnyBit(reached, Math.Max(0, start - Anchor.MaxGap), start)) continue;
                if (i == parts.Length - 1)
                {
                    if (!anchor.BorderAfter || IsBorder(text, end)) return true;
                    continue;
                }
                next[end >> 6] |= 1UL << (end & 63);
                any = true;
            }
            if (!any) return false;
            next.CopyTo(reached);
        }
        return false;
    }

    // Between two bytes there is a border unless both belong to a word.
    private static bool IsBorder(ReadOnlySpan<byte> text, int at) =>
        at == 0 || at == text.Length || !ByteFolding.IsWord(text[at - 1]) || !ByteFolding.IsWord(text[at]);

    private static bool AnyBit(ReadOnlySpan<ulong> bits, int from, int to)
    {
        for (var word = from >> 6; word <= to >> 6; word++)
        {
            var mask = ulong.MaxValue;
            if (word == from >> 6) mask &= ulong.MaxValue << (from & 63);
            if (word == to >> 6) mask &= ulong.MaxValue >> (63 - (to & 63));
            if ((bits[word] & mask) != 0) return true;
        }
        return false;
    }
}
