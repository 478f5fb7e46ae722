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

    private readonly Dictionary<LiteralTrie.State, SortedDictionary<byte, LiteralTrie.State>> _deep = [];
    private readonly Dictionary<LiteralTrie.State, uint> _starts = [];
    private readonly List<Transition> _slots = [];
    private readonly List<uint> _slotOutputs = [];
    private readonly List<uint> _outputs = [0];
    private readonly Dictionary<LiteralTrie.State, uint> _outputOf = [];
    private readonly HashSet<uint> _usedStarts = [0];
    private int _firstFree;

    public void Write(ImageBuilder image)
    {
        foreach (var state in trie.States) _deep[state] = DeepTransitions(state);
        Grow(trie.ClassCount);
        foreach (var state in trie.States.OrderByDescending(state => _deep[state].Count)) _starts[state] = Place(_deep[state]);
        foreach (var state in trie.States) Fill(state);
        Grow(_slots.Count + trie.ClassCount);
        image.Set<byte>(ImageSection.ByteClasses, trie.Classes);
        image.SetList(ImageSection.Transitions, _slots);
        image.SetList(ImageSection.TransitionOutputs, _slotOutputs);
        image.Set<uint>(ImageSection.PairStates, PairStates());
        image.SetList(ImageSection.Outputs, _outputs);
    }

    private SortedDictionary<byte, LiteralTrie.State> DeepTransitions(LiteralTrie.State state)
    {
        var deep = state.Depth < PairDepth ? [] : new SortedDictionary<byte, LiteralTrie.State>(state.Children);
        if (state.Depth <= PairDepth) return deep;
        foreach (var (c, target) in _deep[state.Failure]) deep.TryAdd(c, target);
        return deep;
    }

    private uint Place(SortedDictionary<byte, LiteralTrie.State> row)
    {
        if (row.Count == 0) return 0; // shared by all states without transitions of their own: no slot names 0 as its owner
        while (_firstFree < _slots.Count && _slots[_firstFree].Owner != Transition.Nobody) _firstFree++;
        var first = row.Keys.First();
        for (var start = (uint)Math.Max(1, _firstFree - first); ; start++)
        {
            if (_usedStarts.Contains(start)) continue;
            Grow((int)start + trie.ClassCount);
            if (row.Keys.Any(c => _slots[(int)start + c].Owner != Transition.Nobody)) continue;
            _usedStarts.Add(start);
            foreach (var c in row.Keys) _slots[(int)start + c] = new Transition(start, 0);
            return start;
        }
    }

    private void Fill(LiteralTrie.State state)
    {
        var start = _starts[state];
        foreach (var (c, target) in _deep[state])
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
        for (var current = 1; current < count; current++)
        {
            var single = root.Children.TryGetValue((byte)current, out var one) ? _starts[one] : 0;
            for (var previous = 0; previous < count; previous++)
            {
                var isPair = root.Children.TryGetValue((byte)previous, out var first) && first.Children.ContainsKey((byte)current);
                pairs[(previous * count) + current] = isPair && first is not null ? _starts[first.Children[(byte)current]] : single;
            }
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
