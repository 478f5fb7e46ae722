namespace Todoku.Smtp.Server;

/// <summary>How long a client may make the session wait in one phase. Only waiting counts: what the server does with what it got is not the client's fault.</summary>
/// <param name="time">The time.</param>
/// <param name="isWhole">Whether it is for all waits together, so that octets that drip in don't win time; else for each one.</param>
internal sealed class Patience(TimeSpan time, bool isWhole)
{
    private TimeSpan _left = time;
    private long _since;
    private bool _isWaiting;

    /// <summary>A longer time for all waits together, beside the one for each.</summary>
    public Patience? Whole { get; init; }

    /// <summary>A wait begins.</summary>
    public void Begin(PhaseTimer timer, TimeProvider clock)
    {
        _isWaiting = true;
        _since = clock.GetTimestamp();
        timer.Set(Whole is not null && Whole._left < _left ? Whole._left : _left);
    }

    /// <summary>It ends.</summary>
    public void Pause(PhaseTimer timer, TimeProvider clock)
    {
        if (!_isWaiting) return;
        _isWaiting = false;
        timer.Clear();
        var waited = clock.GetElapsedTime(_since);
        if (isWhole) _left -= waited;
        if (Whole is not null) Whole._left -= waited;
    }
}
