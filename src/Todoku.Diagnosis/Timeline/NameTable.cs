namespace Todoku.Diagnosis.Timeline;

/// <summary>
/// Remembers a value for each of a bounded number of byte names, found without making a string. When it is full it forgets everything
/// and starts anew, so it may only hold what can be found out again.
/// </summary>
internal sealed class NameTable<T>(int capacity)
    where T : class
{
    private Slot[] _slots = new Slot[64];

    public int Count { get; private set; }

    /// <summary>How often it was full.</summary>
    public int Clearings { get; private set; }

    public T? Find(ReadOnlySpan<byte> name)
    {
        var hash = Utf8Hash.Compute(name);
        var mask = _slots.Length - 1;
        for (var i = (int)hash & mask; ; i = (i + 1) & mask)
        {
            ref var slot = ref _slots[i];
            if (slot.Value is null) return null;
            if (slot.Hash == hash && name.SequenceEqual(slot.Name)) return slot.Value;
        }
    }

    /// <summary>Adds a name that is not in the table.</summary>
    public void Add(ReadOnlySpan<byte> name, T value)
    {
        if (Count >= capacity)
        {
            _slots = new Slot[64];
            Count = 0;
            Clearings++;
        }
        if (Count * 2 >= _slots.Length) Grow();
        Insert(_slots, new Slot(Utf8Hash.Compute(name), name.ToArray(), value));
        Count++;
    }

    private void Grow()
    {
        var larger = new Slot[_slots.Length * 2];
        foreach (var slot in _slots)
        {
            if (slot.Value is not null) Insert(larger, slot);
        }
        _slots = larger;
    }

    private static void Insert(Slot[] slots, Slot added)
    {
        var mask = slots.Length - 1;
        var i = (int)added.Hash & mask;
        while (slots[i].Value is not null) i = (i + 1) & mask;
        slots[i] = added;
    }

    private readonly record struct Slot(ulong Hash, byte[] Name, T? Value);
}
