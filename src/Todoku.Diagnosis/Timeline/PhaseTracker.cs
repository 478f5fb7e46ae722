using Todoku.Knowledge;

namespace Todoku.Diagnosis.Timeline;

/// <summary>Follows the phases of one provider, attempt by attempt, by the rules of <see cref="PhasePolicy"/>, in constant memory.</summary>
internal sealed class PhaseTracker
{
    // Causes that may follow the prevailing one; the story of one provider seldom has more than three at a time.
    private const int MaxRivals = 4;

    private readonly List<PhaseRecord> _past = [];
    private readonly List<(Cause Cause, PhaseRun Run)> _rivals = [];
    private PhaseRun? _turn;
    private PhaseRecord? _current;

    public void Delivered(long utcTicks, ulong message)
    {
        var current = Current(utcTicks, isFailing: false);
        var previous = current.To;
        current.AddDelivered();
        if (current.IsFailing)
        {
            (_turn ??= new PhaseRun()).Support(utcTicks, previous, message);
        }
        else if (_turn is { IsActive: true })
        {
            _turn.Oppose(PhasePolicy.FailureWeight);
        }
        if (_turn is { IsActive: true }) _turn.CountDelivered();
        foreach (var (_, run) in _rivals) run.CountDelivered();
        current.To = utcTicks;
        if (current.IsFailing) Turn(current, current.Delivered);
    }

    public void Failed(long utcTicks, Cause cause, ulong message)
    {
        var current = Current(utcTicks, isFailing: true);
        var previous = current.To;
        current.AddFailed(cause);
        if (current.IsFailing)
        {
            if (_turn is { IsActive: true }) _turn.Oppose(PhasePolicy.RecoveryWeight);
            Contend(current, utcTicks, previous, cause, message);
        }
        else
        {
            (_turn ??= new PhaseRun()).Support(utcTicks, previous, message);
        }
        if (_turn is { IsActive: true }) _turn.CountFailed(cause);
        current.To = utcTicks;
        if (!current.IsFailing) Turn(current, current.Failed);
        else Shift(current, cause);
    }

    /// <summary>The phases so far, an unbroken last run included, noise merged.</summary>
    public IReadOnlyList<PhaseRecord> ToPhases()
    {
        if (_current is null) return [];
        List<PhaseRecord> phases = [.. _past.Select(phase => phase.Clone()), _current.Clone()];
        if (LastTurn(_current) is { } turn) SplitOff(turn, !_current.IsFailing, phases);
        else if (LastRival(_current, null) is { } rival) Split(phases[^1], rival, true, phases);
        Merge(phases);
        return phases;
    }

    private PhaseRecord Current(long utcTicks, bool isFailing) =>
        _current ??= new PhaseRecord { IsFailing = isFailing, From = utcTicks, To = utcTicks };

    // Failing or not: the whole provider turns.
    private void Turn(PhaseRecord current, long strays)
    {
        if (_turn is not { IsActive: true } turn || turn.Score < 2) return;
        var own = current.IsFailing ? turn.Delivered : turn.Causes.Total;
        if (turn.Score < PhasePolicy.RunLength(current.Size - Span(turn), strays - own)) return;
        Enter(current, turn, !current.IsFailing);
    }

    // Another cause pushes the prevailing one aside.
    private void Contend(PhaseRecord current, long utcTicks, long previous, Cause cause, ulong message)
    {
        for (var i = _rivals.Count - 1; i >= 0; i--)
        {
            var (rival, run) = _rivals[i];
            if (rival != cause && cause == current.Cause) run.Oppose(PhasePolicy.RecoveryWeight);
            if (!run.IsActive) _rivals.RemoveAt(i);
        }
        if (cause != current.Cause) Rival(cause)?.Support(utcTicks, previous, message);
        foreach (var (_, run) in _rivals) run.CountFailed(cause);
    }

    private PhaseRun? Rival(Cause cause)
    {
        foreach (var (rival, run) in _rivals)
        {
            if (rival == cause) return run;
        }
        if (_rivals.Count == MaxRivals) return null;
        var added = new PhaseRun();
        _rivals.Add((cause, added));
        return added;
    }

    private void Shift(PhaseRecord current, Cause cause)
    {
        foreach (var (rival, run) in _rivals)
        {
            if (rival != cause || run.Score < 2) continue;
            var before = current.Failed - run.Causes.Total;
            if (run.Score < PhasePolicy.RunLength(before, current.CountOf(cause) - run.Causes[cause])) return;
            Enter(current, run, isFailing: true);
            return;
        }
    }

    private void Enter(PhaseRecord current, PhaseRun run, bool isFailing)
    {
        List<PhaseRecord> phases = [current];
        if (isFailing && current.IsFailing) Split(current, run, isFailing, phases);
        else SplitOff(run, isFailing, phases);
        _past.AddRange(phases[..^1]);
        _current = phases[^1];
        _turn?.Clear();
        _rivals.Clear();
        if (_past.Count > PhasePolicy.MaxPhases * 2) Merge(_past);
    }

    // Splits the last phase where the provider turned. Another cause may have had the last word before, too shortly to be seen then.
    private void SplitOff(PhaseRun turn, bool isFailing, List<PhaseRecord> phases)
    {
        var current = phases[^1];
        var last = current.IsFailing ? LastRival(current, turn) : null;
        Split(current, turn, isFailing, phases);
        if (last is null || !phases.Contains(current)) return;
        var rival = last.Clone();
        rival.Remove(turn);
        var next = phases[^1];
        phases.RemoveAt(phases.Count - 1);
        Split(current, rival, true, phases);
        phases.Add(next);
    }

    private static void Split(PhaseRecord current, PhaseRun run, bool isFailing, List<PhaseRecord> phases)
    {
        var next = run.ToPhase(isFailing, current.To);
        current.Remove(run.Delivered, run.Causes);
        current.To = run.LastBefore;
        if (current.Size <= 0) phases.Remove(current);
        phases.Add(next);
    }

    private PhaseRun? LastTurn(PhaseRecord current)
    {
        if (_turn is not { IsActive: true, IsBroken: false } turn) return null;
        var strays = current.IsFailing ? current.Delivered - turn.Delivered : current.Failed - turn.Causes.Total;
        return PhasePolicy.IsPhaseAtEnd(current.Size - Span(turn), strays, turn.Score) ? turn : null;
    }

    // A cause that alone was seen at the end of a failing phase, before the turn if there was one.
    private PhaseRun? LastRival(PhaseRecord current, PhaseRun? turn)
    {
        foreach (var (cause, run) in _rivals)
        {
            if (run.IsBroken || (turn is not null && run.From >= turn.From)) continue;
            var before = current.Failed - run.Causes.Total;
            var strays = current.CountOf(cause) - run.Causes[cause];
            if (PhasePolicy.IsPhaseAtEnd(before, strays, run.Score)) return run;
        }
        return null;
    }

    private static long Span(PhaseRun run) => run.Delivered + run.Causes.Total;

    private static void Merge(List<PhaseRecord> phases)
    {
        for (var i = 1; i < phases.Count; i++)
        {
            if (phases[i].HasSameOutcome(phases[i - 1]))
            {
                phases[i - 1].Absorb(phases[i]);
                phases.RemoveAt(i);
                i = Math.Max(0, i - 2);
            }
            else if (i + 1 < phases.Count && phases[i - 1].HasSameOutcome(phases[i + 1])
                && PhasePolicy.IsNoise(phases[i - 1].Size, phases[i].Size, phases[i + 1].Size))
            {
                phases[i - 1].Absorb(phases[i]);
                phases[i - 1].Absorb(phases[i + 1]);
                phases.RemoveRange(i, 2);
                i = Math.Max(0, i - 2);
            }
        }
        while (phases.Count > PhasePolicy.MaxPhases) MergeSmallest(phases);
    }

    private static void MergeSmallest(List<PhaseRecord> phases)
    {
        var smallest = 1;
        for (var i = 2; i < phases.Count; i++)
        {
            if (phases[i].Size < phases[smallest].Size) smallest = i;
        }
        phases[smallest - 1].Absorb(phases[smallest]);
        phases.RemoveAt(smallest);
        if (smallest < phases.Count && phases[smallest].HasSameOutcome(phases[smallest - 1]))
        {
            phases[smallest - 1].Absorb(phases[smallest]);
            phases.RemoveAt(smallest);
        }
    }
}
