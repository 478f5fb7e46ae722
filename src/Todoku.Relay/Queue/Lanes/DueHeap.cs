namespace Todoku.Relay.Queue.Lanes;

/// <summary>Slots by due time: a heap of four children a node, whose places stand in the slots, so that any can be taken out.</summary>
internal sealed class DueHeap(SlotTable slots)
{
    private int[] _heap = new int[64];

    /// <summary>How many sleep.</summary>
    public int Count { get; private set; }

    /// <summary>The slot that is due first; -1 when none sleeps.</summary>
    public int First => Count == 0 ? -1 : _heap[0];

    public void Add(int slot)
    {
        if (Count == _heap.Length) Array.Resize(ref _heap, Count * 2);
        Up(Count++, slot);
    }

    public void Remove(int slot)
    {
        var place = slots[slot].Place;
        var last = _heap[--Count];
        if (last == slot) return;
        if (place > 0 && IsBefore(last, _heap[(place - 1) >> 2])) Up(place, last);
        else Down(place, last);
    }

    private void Up(int place, int slot)
    {
        while (place > 0)
        {
            var parent = (place - 1) >> 2;
            if (!IsBefore(slot, _heap[parent])) break;
            Put(place, _heap[parent]);
            place = parent;
        }
        Put(place, slot);
    }

    private void Down(int place, int slot)
    {
        while (true)
        {
            var child = (place << 2) + 1;
            if (child >= Count) break;
            var least = child;
            for (var other = child + 1; other < Math.Min(child + 4, Count); other++)
                if (IsBefore(_heap[other], _heap[least])) least = other;
            if (!IsBefore(_heap[least], slot)) break;
            Put(place, _heap[least]);
            place = least;
        }
        Put(place, slot);
    }

    private void Put(int place, int slot)
    {
        _heap[place] = slot;
        slots[slot].Place = place;
    }

    // Equal times by number: older mail first.
    private bool IsBefore(int left, int right)
    {
        ref var a = ref slots[left];
        ref var b = ref slots[right];
        return a.Due != b.Due ? a.Due < b.Due : a.Id < b.Id;
    }
}
