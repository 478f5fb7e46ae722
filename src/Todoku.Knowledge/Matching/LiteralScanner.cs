using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Todoku.Knowledge.Images;

namespace Todoku.Knowledge.Matching;

/// <summary>Runs the automaton over a reply: at most two steps a byte, whatever the bytes (see <see cref="Compilation.AutomatonBuilder"/>).</summary>
internal sealed class LiteralScanner(KnowledgeImage image)
{
    private readonly int _classes = (int)Math.Sqrt(image.PairStates.Length);

    /// <summary>Folds <paramref name="text"/> in place, marks the literals it holds and what they make candidates.</summary>
    /// <returns>The length of the folded text.</returns>
    public int Scan(Span<byte> text, MatchScratch scratch)
    {
        ref var fold = ref MemoryMarshal.GetReference(ByteFolding.Map);
        ref var classes = ref MemoryMarshal.GetReference(image.ByteClasses.Span);
        ref var slots = ref MemoryMarshal.GetReference(image.Transitions.Span);
        ref var failures = ref MemoryMarshal.GetReference(image.Failures.Span);
        ref var pairs = ref MemoryMarshal.GetReference(image.PairStates.Span);
        uint state = 0;
        nuint row = 0;
        byte last = 0;
        var written = 0;
        foreach (var raw in text)
        {
            var b = Unsafe.Add(ref fold, raw);
            if (b == ' ' && last == ' ') continue;
            last = b;
            text[written++] = b;
            nuint current = Unsafe.Add(ref classes, b);
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
                if ((slot.Target & Transition.ReportFlag) != 0) Report((uint)(state + current), scratch);
                state = slot.Target & ~Transition.ReportFlag;
            }
            row = current * (nuint)_classes;
        }
        return written;
    }

    private void Report(uint slot, MatchScratch scratch)
    {
        foreach (var literal in image.Outputs.List(image.TransitionOutputs[slot], out _))
        {
            ref var word = ref scratch.Literals[(int)(literal >> 6)];
            var bit = 1UL << (int)(literal & 63);
            if ((word & bit) != 0) continue;
            word |= bit;
            foreach (var candidate in image.Triggers.List(image.Literals[literal].Triggers, out _))
                scratch.Candidates[(int)(candidate >> 6)] |= 1UL << (int)(candidate & 63);
        }
    }
}
