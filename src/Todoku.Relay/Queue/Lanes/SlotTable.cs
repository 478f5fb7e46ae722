namespace Todoku.Relay.Queue.Lanes;

/// <summary>The slots, in slabs that are never moved, and where each entry is: a hash table of slot numbers alone.</summary>
internal sealed class SlotTable
{
    private const int SlabBits = 14;
    private const int SlabSize = 1 << SlabBits;

    private Slot[][] _slabs = [];
    private int _slabCount;
    private int _free = -1;
    // Slot number + 1; 0 is empty. Kept at most two thirds full.
    private int[] _table = new int[64];

    /// <summary>How many slots are used.</summary>
    public int Count { get; private set; }

    /// <summary>Slot numbers run from 0 to below this.</summary>
    public int Capacity => _slabCount << SlabBits;

    public ref Slot this[int slot] => ref _slabs[slot >> SlabBits][slot & (SlabSize - 1)];

    /// <summary>The slot of an entry, or -1.</summary>
    public int Find(EntryId id)
    {
        for (var at = Hash(id.Value); _table[at] != 0; at = (at + 1) & (_table.Length - 1))
            if (this[_table[at] - 1].Id == id.Value) return _table[at] - 1;
        return -1;
    }

    /// <summary>Takes a free slot for an entry that is not there yet.</summary>
    public int Add(EntryId id)
    {
        if (_free < 0) Grow();
        if ((Count + 1) * 3L > _table.Length * 2L) Rehash();
        var slot = _free;
        ref var value = ref this[slot];
        _free = value.Next;
        value = default;
        value.Id = id.Value;
        Insert(slot);
        Count++;
        return slot;
    }

    /// <summary>Gives a slot back.</summary>
    public void Remove(int slot)
    {
        ref var value = ref this[slot];
        var hole = Hash(value.Id);
        while (_table[hole] != slot + 1) hole = (hole + 1) & (_table.Length - 1);
        Close(hole);
        value = default;
        value.Next = _free;
        _free = slot;
        Count--;
    }

    // Moves later ones of the same run up, so that no marks of deleted ones are needed.
    private void Close(int hole)
    {
        var mask = _table.Length - 1;
        for (var at = (hole + 1) & mask; _table[at] != 0; at = (at + 1) & mask)
        {
            var home = Hash(this[_table[at] - 1].Id);
            if (((at - home) & mask) < ((at - hole) & mask)) continue;
            _table[hole] = _table[at];
            hole = at;
        }
        _table[hole] = 0;
    }

    private void Insert(int slot)
    {
        var at = Hash(this[slot].Id);
        while (_table[at] != 0) at = (at + 1) & (_table.Length - 1);
        _table[at] = slot + 1;
    }

    private void Rehash()
    {
        var old = _table;
        _table = new int[old.Length * 2];
        foreach (var entry in old)
            if (entry != 0) Insert(entry - 1);
    }

    private void Grow()
    {
        if (_slabCount == _slabs.Length) Array.Resize(ref _slabs, Math.Max(4, _slabCount * 2));
        var slab = new Slot[SlabSize];
        var first = _slabCount << SlabBits;
        for (var i = 0; i < SlabSize; i++) slab[i].Next = i + 1 < SlabSize ? first + i + 1 : -1;
        _slabs[_slabCount++] = slab;
        _free = first;
    }

    private int Hash(long id) => (int)(((ulong)id * 0x9E3779B97F4A7C15UL) >> 32) & (_table.Length - 1);
}
