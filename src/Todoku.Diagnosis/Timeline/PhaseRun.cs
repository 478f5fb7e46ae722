using Todoku.Knowledge;

namespace Todoku.Diagnosis.Timeline;

/// <summary>A run of attempts against the prevailing outcome, which may turn out to be the start of the next phase.</summary>
internal sealed class PhaseRun
{
    private ulong _lastMessage;

    public int Score { get; private set; }

    /// <summary>Its first attempt.</summary>
    public long From { get; private set; }

    /// <summary>The last attempt before it.</summary>
    public long LastBefore { get; private set; }

    /// <summary>Whether an attempt fitted the old phase since it began.</summary>
    public bool IsBroken { get; private set; }

    public long Delivered { get; private set; }

    public CauseTally Causes { get; private set; } = new();

    public bool IsActive => Score > 0;

    /// <summary>One more attempt of the run's kind.</summary>
    public void Support(long utcTicks, long previous, ulong message)
    {
        if (Score == 0)
        {
            Clear();
            (From, LastBefore) = (utcTicks, previous);
        }
        if (Score > 0 && message != 0 && message == _lastMessage) return;
        _lastMessage = message;
        Score++;
    }

    /// <summary>An attempt that fits the old phase.</summary>
    public void Oppose(int weight)
    {
        IsBroken = true;
        Score = Math.Max(0, Score - weight);
    }

    public void CountDelivered() => Delivered++;

    public void CountFailed(Cause cause) => Causes.Add(cause);

    public void Clear()
    {
        (Score, _lastMessage, IsBroken, Delivered) = (0, 0, false, 0);
        Causes.Clear();
    }

    /// <summary>Takes back what a later run has taken over.</summary>
    public void Remove(PhaseRun later)
    {
        Delivered -= later.Delivered;
        foreach (var (cause, count) in later.Causes.ToCounts()) Causes.Add(cause, -count);
    }

    public PhaseRun Clone()
    {
        var clone = (PhaseRun)MemberwiseClone();
        clone.Causes = Causes.Clone();
        return clone;
    }

    /// <summary>The phase that this run is the start of.</summary>
    public PhaseRecord ToPhase(bool isFailing, long last)
    {
        var phase = new PhaseRecord { IsFailing = isFailing, From = From, To = last };
        phase.AddDelivered(Delivered);
        foreach (var (cause, count) in Causes.ToCounts()) phase.AddFailed(cause, count);
        return phase;
    }
}
