using Todoku.Knowledge.Images;

namespace Todoku.Knowledge.Compilation;

/// <summary>
/// Packs a <see cref="LiteralTrie"/> into tables that take one step per byte, whatever the text.
/// </summary>
/// <remarks>
/// A state of the full automaton needs a transition for each class, but nearly all of them lead back to where the last two
/// bytes alone would lead. So those are kept once, in a table by pairs of classes, and a state holds only transitions to
/// prefixes of three bytes and more. These are laid over each other in one array: a state is the number where its row begins,
/// and each slot names its owner.
/// </remarks>
internal sealed class AutomatonBuilder(LiteralTrie trie)
{
    // Literals are at least three bytes long, so shallower states report nothing.
    private const int PairDepth = 2;

    // How many places are tried for a row before it goes to the end: filling the last holes takes time and saves little.
    private const int MaxTries = 128;

    private readonly Dictionary<LiteralTrie.State, (byte Class, LiteralTrie.State Target)[]> _rows = [];
    private readonly Dictionary<LiteralTrie.State, uint> _starts = [];
    private readonly Dictionary<LiteralTrie.State, uint> _outputOf = [];
    private readonly List<Transition> _slots = [];
    private readonly List<uint> _slotOutputs = [];
    private readonly List<uint> _outputs = [0];
    private readonly HashSet<int> _usedStarts = [0];
    private int _firstHole = 1;

    public void Write(ImageBuilder image)
    {
        foreach (var state in trie.States) _rows[state] = Row(state);
        foreach (var state in trie.States.OrderByDescending(state => _rows[state].Length)) _starts[state] = (uint)Place(_rows[state]);
        foreach (var state in trie.States) Fill(state);
        Grow(_slots.Count + trie.ClassCount);
        image.Set<byte>(ImageSection.ByteClasses, trie.Classes);
        image.SetList(ImageSection.Transitions, _slots);
        image.SetList(ImageSection.TransitionOutputs, _slotOutputs);
        image.Set<uint>(ImageSection.PairStates, PairStates());
        image.SetList(ImageSection.Outputs, _outputs);
    }

    // Its own children, and what the longest suffix that is a prefix too would do.
    private (byte Class, LiteralTrie.State Target)[] Row(LiteralTrie.State state)
    {
        if (state.Depth < PairDepth) return [];
        var own = state.Children.Select(child => (child.Key, child.Value));
        return state.Depth == PairDepth
            ? [.. own]
            : [.. own.Concat(_rows[state.Failure].Where(item => !state.Children.ContainsKey(item.Class))).OrderBy(item => item.Item1)];
    }

    private int Place((byte Class, LiteralTrie.State Target)[] row)
    {
        if (row.Length == 0) return 0; // shared by all states without transitions of their own: no slot names 0 as its owner
        while (_firstHole < _slots.Count && !IsFree(_firstHole)) _firstHole++;
        var tries = 0;
        for (var start = Math.Max(1, _firstHole - row[0].Class); ; start++)
        {
            if (++tries > MaxTries && start < _slots.Count)
            {
                _firstHole += MaxTries / 4;
                start = _slots.Count;
            }
            if (_usedStarts.Contains(start) || !Fits(start, row)) continue;
            Grow(start + trie.ClassCount);
            foreach (var (c, _) in row) _slots[start + c] = new Transition((uint)start, 0);
            _usedStarts.Add(start);
            return start;
        }
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

    private void Fill(LiteralTrie.State state)
    {
        var start = _starts[state];
        foreach (var (c, target) in _rows[state])
        {
            var slot = (int)start + c;
            var reports = target.Outputs.Count > 0;
            _slots[slot] = new Transition(start, _starts[target] | (reports ? Transition.ReportFlag : 0));
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
            foreach (var (current, pair) in first.Children) pairs[(previous * count) + current] = _starts[pair];
        }
        return pairs;
    }

    private void Grow(int length)
    {
        while (_slots.Count < length)
        {
            _slots.Add(new Transition(Transition.Nobody, 0));
            _slotOutputs.Add(0);
        }
    }
}
