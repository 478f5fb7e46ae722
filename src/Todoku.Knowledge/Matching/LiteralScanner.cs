using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Todoku.Knowledge.Images;

namespace Todoku.Knowledge.Matching;

/// <summary>Runs the automaton over a reply: at most two steps a byte, whatever the bytes (see <see cref="Compilation.AutomatonBuilder"/>).</summary>
internal sealed class LiteralScanner
{
    private readonly KnowledgeImage _image;
    private readonly int _classes;
    private readonly byte[] _classOf = new byte[256];

    public LiteralScanner(KnowledgeImage image)
    {
        _image = image;
        _classes = (int)Math.Sqrt(image.PairStates.Length);
        for (var b = 0; b < 256; b++) _classOf[b] = image.ByteClasses[ByteFolding.Map[b]];
    }

    /// <summary>Folds <paramref name="text"/> in place, marks the literals it holds and what they make candidates.</summary>
    /// <returns>The length of the folded text.</returns>
    public int Scan(Span<byte> text, MatchScratch scratch)
    {
        var length = Run(text, scratch.Hits, out var hits);
        foreach (var hit in scratch.Hits[..hits]) Report(hit, scratch);
        return length;
    }

    // The hits are gathered first: a call within this loop would cost it the processor's registers.
    private int Run(Span<byte> text, Span<uint> hits, out int hitCount)
    {
        ref var fold = ref MemoryMarshal.GetReference(ByteFolding.Map);
        ref var classes = ref MemoryMarshal.GetArrayDataReference(_classOf);
        ref var slots = ref MemoryMarshal.GetReference(_image.Transitions.Span);
        ref var failures = ref MemoryMarshal.GetReference(_image.Failures.Span);
        ref var pairs = ref MemoryMarshal.GetReference(_image.PairStates.Span);
        var rowLength = (nuint)_classes;
        uint state = 0;
        nuint row = 0;
        byte last = 0;
        var written = 0;
        var found = 0;
        foreach (var raw in text)
        {
            var b = Unsafe.Add(ref fold, raw);
            if (b == ' ' && last == ' ') continue;
            last = b;
            text[written++] = b;
            nuint current = Unsafe.Add(ref classes, raw);
            // In range: rows begin within the table, which ends with one more row of free slots.
            var slot = Unsafe.Add(ref slots, state + current);
            while (slot.Owner != state && state != 0)
            {
                state = Unsafe.Add(ref failures, state);
                slot = Unsafe.Add(ref slots, state + current);
            }
            if (state == 0)
            {
                state = Unsafe.Add(ref pairs, row + current);
            }
            else
            {
                if ((slot.Target & Transition.ReportFlag) != 0) hits[found++] = state + (uint)current;
                state = slot.Target & ~Transition.ReportFlag;
            }
            row = current * rowLength;
        }
        hitCount = found;
        return written;
    }

    private void Report(uint slot, MatchScratch scratch)
    {
        foreach (var literal in _image.Outputs.List(_image.TransitionOutputs[slot], out _))
        {
            ref var word = ref scratch.Literals[(int)(literal >> 6)];
            var bit = 1UL << (int)(literal & 63);
            if ((word & bit) != 0) continue;
            word |= bit;
            foreach (var trigger in _image.Triggers.List(_image.Literals[literal].Triggers, out _))
            {
                var candidate = Trigger.Candidate(trigger);
                var mark = 1UL << (int)(candidate & 63);
                scratch.Candidates[(int)(candidate >> 6)] |= mark;
                if (Trigger.IsSure(trigger)) scratch.Sure[(int)(candidate >> 6)] |= mark;
            }
        }
    }
}
