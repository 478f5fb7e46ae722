using Todoku.Knowledge.Images;

namespace Todoku.Knowledge.Compilation;

/// <summary>
/// Packs a <see cref="LiteralTrie"/> into tables small enough to stay in a processor's cache.
/// </summary>
/// <remarks>
/// Transitions to prefixes of three bytes and more are laid over each other in one array: a state is the number where its row
/// begins, and each slot names its owner. A state holds only its own transitions; on any other byte its failure link is
/// followed, at most as often as bytes were read before, so that a text takes at most two steps a byte, whatever it holds. Where the
/// last two bytes alone lead is kept once, in a table by pairs of classes.
/// </remarks>
internal sealed class AutomatonBuilder(LiteralTrie trie)
{
    // Literals are at least three bytes long, so shallower states report nothing.
    private const int PairDepth = 2;

    // How many places are tried for a row before it goes to the end: the last holes are not worth the time.
    private const int MaxTries = 512;

    private readonly Dictionary<LiteralTrie.State, (byte Class, LiteralTrie.State Target)[]> _rows = [];
    private readonly Dictionary<LiteralTrie.State, uint> _starts = [];
    private readonly Dictionary<LiteralTrie.State, uint> _outputOf = [];
    private readonly List<Transition> _slots = [];
    private readonly List<uint> _slotOutputs = [];
    private readonly List<uint> _outputs = [0];
    private readonly HashSet<int> _usedStarts = [0];
    private readonly FreeSlots _free = new();

    public void Write(ImageBuilder image)
    {
        foreach (var state in trie.States) _rows[state] = Row(state);
        foreach (var state in trie.States.Where(state => _rows[state].Length > 0).OrderByDescending(state => _rows[state].Length))
            _starts[state] = (uint)Place(_rows[state]);
        Grow(_slots.Count + trie.ClassCount);
        var failures = new uint[_slots.Count];
        foreach (var state in _starts.Keys) Fill(state, failures);
        image.Set<byte>(ImageSection.ByteClasses, trie.Classes);
        image.SetList(ImageSection.Transitions, _slots);
        image.SetList(ImageSection.TransitionOutputs, _slotOutputs);
        image.Set<uint>(ImageSection.Failures, failures);
        image.Set<uint>(ImageSection.PairStates, PairStates());
        image.SetList(ImageSection.Outputs, _outputs);
    }

    // The transitions of a state; shallower states have theirs in the table of pairs.
    private static (byte Class, LiteralTrie.State Target)[] Row(LiteralTrie.State state) =>
        state.Depth < PairDepth ? [] : [.. state.Children.Select(child => (child.Key, child.Value))];

    // The number of a state; one without a row is where it would fail to, since it has no transition of its own to miss.
    private uint NumberOf(LiteralTrie.State state)
    {
        while (_rows[state].Length == 0)
        {
            if (state.Depth <= PairDepth) return 0;
            state = state.Failure;
        }
        return _starts[state];
    }

    // Lays a row into the first holes that take it. The free slots form a list, so that filled stretches cost nothing; the largest
    // rows are placed first, and the many rows of one transition fill what is left.
    private int Place((byte Class, LiteralTrie.State Target)[] row)
    {
        var tries = 0;
        var slot = _free.First;
        for (; slot < _slots.Count && tries < MaxTries; slot = _free.After(slot))
        {
            var start = slot - row[0].Class;
            if (start < 1 || _usedStarts.Contains(start)) continue;
            tries++;
            if (Fits(start, row)) return Take(start, row);
        }
        var end = Math.Max(1, _slots.Count - row[0].Class);
        while (_usedStarts.Contains(end) || !Fits(end, row)) end++;
        return Take(end, row);
    }

    private int Take(int start, (byte Class, LiteralTrie.State Target)[] row)
    {
        Grow(start + row[^1].Class + 1);
        foreach (var (c, _) in row)
        {
            _slots[start + c] = new Transition((uint)start, 0);
            _free.Remove(start + c);
        }
        _usedStarts.Add(start);
        return start;
    }

    private bool Fits(int start, (byte Class, LiteralTrie.State Target)[] row)
    {
        foreach (var (c, _) in row)
        {
            if (start + c < _slots.Count && !IsFree(start + c)) return false;
        }
        return true;
    }

    private bool IsFree(int slot) => _slots[slot].Owner == Transition.Nobody;

    private void Fill(LiteralTrie.State state, uint[] failures)
    {
        var start = _starts[state];
        failures[start] = state.Depth <= PairDepth ? 0 : NumberOf(state.Failure);
        foreach (var (c, target) in _rows[state])
        {
            var slot = (int)start + c;
            var reports = target.Outputs.Count > 0;
            _slots[slot] = new Transition(start, NumberOf(target) | (reports ? Transition.ReportFlag : 0));
            if (reports) _slotOutputs[slot] = Output(target);
        }
    }

    private uint Output(LiteralTrie.State state)
    {
        if (_outputOf.TryGetValue(state, out var at)) return at;
        at = (uint)_outputs.Count;
        _outputOf[state] = at;
        _outputs.Add((uint)state.Outputs.Count);
        _outputs.AddRange(state.Outputs);
        return at;
    }

    private uint[] PairStates()
    {
        var count = trie.ClassCount;
        var pairs = new uint[count * count];
        var root = trie.States[0];
        for (var previous = 1; previous < count; previous++)
        {
            if (!root.Children.TryGetValue((byte)previous, out var first)) continue;
            foreach (var (current, pair) in first.Children) pairs[(previous * count) + current] = NumberOf(pair);
        }
        return pairs;
    }

    private void Grow(int length)
    {
        while (_slots.Count < length)
        {
            _slots.Add(new Transition(Transition.Nobody, 0));
            _free.Add();
            _slotOutputs.Add(0);
        }
    }
}
