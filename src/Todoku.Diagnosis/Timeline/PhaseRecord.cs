using Todoku.Knowledge;

namespace Todoku.Diagnosis.Timeline;

/// <summary>A phase while it is being counted. Times are UTC ticks.</summary>
internal sealed class PhaseRecord
{
    private CauseTally? _causes;

    public required bool IsFailing { get; init; }

    public required long From { get; init; }

    public long To { get; set; }

    public long Failed { get; private set; }

    public long Delivered { get; private set; }

    public long Size => Failed + Delivered;

    /// <summary>The cause that most failed by; null for a phase of deliveries.</summary>
    public Cause? Cause => IsFailing ? _causes?.Top : null;

    public long CountOf(Cause cause) => _causes?[cause] ?? 0;

    public void AddDelivered(long count = 1) => Delivered += count;

    public void AddFailed(Cause cause, long count = 1)
    {
        Failed += count;
        (_causes ??= new CauseTally()).Add(cause, count);
    }

    /// <summary>Takes back what has turned out to belong to the next phase.</summary>
    public void Remove(long delivered, CauseTally failed)
    {
        Delivered -= delivered;
        Failed -= failed.Total;
        foreach (var (cause, count) in failed.ToCounts()) _causes?.Add(cause, -count);
    }

    public void Absorb(PhaseRecord later)
    {
        Delivered += later.Delivered;
        Failed += later.Failed;
        To = later.To;
        if (later._causes is { } causes) (_causes ??= new CauseTally()).Add(causes);
    }

    public PhaseRecord Clone()
    {
        var clone = new PhaseRecord { IsFailing = IsFailing, From = From };
        clone.Absorb(this);
        return clone;
    }

    public bool HasSameOutcome(PhaseRecord other) => IsFailing == other.IsFailing && Cause == other.Cause;
}
