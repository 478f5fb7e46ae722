using System.Text;
using Todoku.Knowledge.Sources;

namespace Todoku.Knowledge.Compilation;

/// <summary>The literals of all anchors as a trie over byte classes, with the failure links of Aho and Corasick (1975).</summary>
internal sealed class LiteralTrie
{
    private readonly Dictionary<string, uint> _ids = new(StringComparer.Ordinal);

    /// <summary>The literals, by id.</summary>
    public List<string> Literals { get; } = [];

    /// <summary>States in the order of their depth; the first is the root.</summary>
    public List<State> States { get; } = [new State(0)];

    /// <summary>Class of each byte; 0 for bytes that no literal holds.</summary>
    public byte[] Classes { get; } = new byte[256];

    /// <summary>How many classes there are.</summary>
    public int ClassCount { get; private set; } = 1;

    /// <summary>The id of a literal.</summary>
    public uint Add(string literal)
    {
        if (_ids.TryGetValue(literal, out var id)) return id;
        id = (uint)Literals.Count;
        _ids.Add(literal, id);
        Literals.Add(literal);
        return id;
    }

    /// <summary>Makes the states once all literals are in.</summary>
    public void Build()
    {
        AssignClasses();
        var root = States[0];
        for (var id = 0; id < Literals.Count; id++)
        {
            if (Anchor.IsScanned(Literals[id])) Insert(root, Encoding.UTF8.GetBytes(Literals[id]), (uint)id);
        }
        LinkFailures(root);
    }

    // Frequent bytes get low classes, so that the rows that are used lie close together.
    private void AssignClasses()
    {
        var counts = new int[256];
        foreach (var literal in Literals)
        {
            foreach (var b in Encoding.UTF8.GetBytes(literal)) counts[b]++;
        }
        foreach (var b in Enumerable.Range(0, 256).Where(b => counts[b] > 0).OrderByDescending(b => counts[b]).ThenBy(b => b))
            Classes[b] = (byte)ClassCount++;
    }

    private void Insert(State state, byte[] literal, uint id)
    {
        foreach (var b in literal)
        {
            if (!state.Children.TryGetValue(Classes[b], out var next)) state.Children[Classes[b]] = next = new State(state.Depth + 1);
            state = next;
        }
        state.Outputs.Add(id);
    }

    private void LinkFailures(State root)
    {
        root.Failure = root;
        for (var i = 0; i < States.Count; i++)
        {
            var state = States[i];
            foreach (var (c, child) in state.Children)
            {
                child.Failure = state == root ? root : Follow(state.Failure, c, root);
                child.Outputs.AddRange(child.Failure.Outputs); // shallower, so already whole
                States.Add(child);
            }
        }
    }

    private static State Follow(State state, byte c, State root)
    {
        while (true)
        {
            if (state.Children.TryGetValue(c, out var next)) return next;
            if (state == root) return root;
            state = state.Failure;
        }
    }

    /// <summary>A prefix of some literal.</summary>
    internal sealed class State(int depth)
    {
        private State? _failure;

        public int Depth { get; } = depth;

        public SortedDictionary<byte, State> Children { get; } = [];

        public List<uint> Outputs { get; } = [];

        /// <summary>The longest proper suffix that is a prefix of some literal.</summary>
        public State Failure
        {
            get => _failure ?? throw new InvalidOperationException("The trie is not built.");
            set => _failure = value;
        }
    }
}
