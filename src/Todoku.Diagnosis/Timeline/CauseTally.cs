using Todoku.Knowledge;

namespace Todoku.Diagnosis.Timeline;

/// <summary>Counts by cause.</summary>
internal sealed class CauseTally
{
    private readonly long[] _counts = new long[Causes.All.Length];

    public long this[Cause cause] => _counts[(int)cause];

    public long Total { get; private set; }

    /// <summary>The cause counted most; the one first in the list among equals.</summary>
    public Cause Top
    {
        get
        {
            var top = 0;
            for (var i = 1; i < _counts.Length; i++)
            {
                if (_counts[i] > _counts[top]) top = i;
            }
            return (Cause)top;
        }
    }

    public void Add(Cause cause, long count = 1)
    {
        _counts[(int)cause] += count;
        Total += count;
    }

    public void Add(CauseTally other)
    {
        for (var i = 0; i < _counts.Length; i++) _counts[i] += other._counts[i];
        Total += other.Total;
    }

    public void Clear()
    {
        Array.Clear(_counts);
        Total = 0;
    }

    public CauseTally Clone()
    {
        var clone = new CauseTally();
        clone.Add(this);
        return clone;
    }

    /// <summary>The causes counted, most first.</summary>
    public IReadOnlyList<CauseCount> ToCounts()
    {
        var counts = new List<CauseCount>();
        foreach (var cause in Causes.All)
        {
            if (_counts[(int)cause] > 0) counts.Add(new CauseCount(cause, _counts[(int)cause]));
        }
        counts.Sort((a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : a.Cause.CompareTo(b.Cause));
        return counts;
    }
}
