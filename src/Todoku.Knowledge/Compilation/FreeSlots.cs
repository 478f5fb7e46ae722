namespace Todoku.Knowledge.Compilation;

/// <summary>Which slots of a growing array are free, with filled stretches passed over in one step.</summary>
internal sealed class FreeSlots
{
    // A free slot points to itself, a taken one towards the next free one.
    private readonly List<int> _next = [];

    /// <summary>The first free slot; the array's length when none is.</summary>
    public int First => Find(0);

    /// <summary>The next free slot after one.</summary>
    public int After(int slot) => Find(slot + 1);

    /// <summary>Adds a free slot at the end.</summary>
    public void Add() => _next.Add(_next.Count);

    /// <summary>Takes a slot.</summary>
    public void Remove(int slot) => _next[slot] = slot + 1;

    private int Find(int slot)
    {
        var end = slot;
        while (end < _next.Count && _next[end] != end) end = _next[end];
        while (slot < end) (_next[slot], slot) = (end, _next[slot]);
        return end;
    }
}
