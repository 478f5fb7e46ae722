using System.Text;

namespace Todoku.Diagnosis.Timeline;

/// <summary>
/// The most frequent of very many byte strings in constant memory: space-saving counters (Metwally and others, 2005). A string that makes
/// more than one in <see cref="Capacity"/> of all is surely among them; counts may be too high by what a replaced string had.
/// Also counts how many different ones there were.
/// </summary>
internal sealed class TopCounter
{
    /// <summary>Strings counted at a time.</summary>
    public const int Capacity = 8;

    /// <summary>Longer strings are cut to this many bytes.</summary>
    public const int MaxLength = 255;

    private readonly DistinctCounter _distinct = new();
    private Slot[] _slots = [];
    private int _used;

    /// <summary>How many different strings there were; an estimate for many.</summary>
    public int Distinct => (int)Math.Min(int.MaxValue, _distinct.Count);

    /// <summary>How many strings were added.</summary>
    public long Total { get; private set; }

    /// <summary>The most frequent string, empty when there was none.</summary>
    public string Top => _used == 0 ? "" : Encoding.UTF8.GetString(_slots[Best()].Text);

    /// <summary>How often <see cref="Top"/> was added, at most.</summary>
    public long TopCount => _used == 0 ? 0 : _slots[Best()].Count;

    /// <summary>The share of <see cref="Top"/> in all, 0 to 1.</summary>
    public double TopShare => Total == 0 ? 0 : (double)TopCount / Total;

    public void Add(ReadOnlySpan<byte> text)
    {
        if (text.Length > MaxLength) text = text[..MaxLength];
        var hash = Utf8Hash.Compute(text);
        Total++;
        for (var i = 0; i < _used; i++)
        {
            ref var slot = ref _slots[i];
            if (slot.Hash != hash) continue;
            slot.Count++;
            return;
        }
        _distinct.Add(hash);
        Place(text, hash);
    }

    private void Place(ReadOnlySpan<byte> text, ulong hash)
    {
        if (_used == _slots.Length && _used < Capacity) Array.Resize(ref _slots, _used == 0 ? 1 : Math.Min(Capacity, _used * 2));
        var index = _used < Capacity ? _used++ : Least();
        ref var slot = ref _slots[index];
        slot.Hash = hash;
        slot.Count++;
        slot.Keep(text);
    }

    private int Least()
    {
        var least = 0;
        for (var i = 1; i < _used; i++)
        {
            if (_slots[i].Count < _slots[least].Count) least = i;
        }
        return least;
    }

    private int Best()
    {
        var best = 0;
        for (var i = 1; i < _used; i++)
        {
            if (_slots[i].Count > _slots[best].Count) best = i;
        }
        return best;
    }

    private struct Slot
    {
        private byte[]? _buffer;
        private int _length;

        public ulong Hash;
        public long Count;

        public readonly ReadOnlySpan<byte> Text => _buffer.AsSpan(0, _length);

        // The buffer is kept over replacements, so that a stream of ever new strings makes no garbage.
        public void Keep(ReadOnlySpan<byte> text)
        {
            if (_buffer is null || _buffer.Length < text.Length) _buffer = new byte[Math.Max(text.Length, _buffer is null ? 0 : 64)];
            text.CopyTo(_buffer);
            _length = text.Length;
        }
    }
}
