using Todoku.Knowledge;
using Todoku.Relay.Delivery.Decisions;

namespace Todoku.Relay.Delivery.Shaping;

/// <summary>What is known of one provider on one path. Not for several threads at once: <see cref="Shaper"/> holds the lock.</summary>
internal sealed class ShapeFlow
{
    private readonly Queue<TaskCompletionSource<ShapeAnswer>> _waiting = new();
    private ShapeLimits _limits;
    private string _from;
    private double _connections;
    private double _recipients;

    // Messages a second; null without a limit.
    private double? _rate;
    private double _rateWhenSlowed;

    // When the next message would come if all came at the pace of the rate (the generic cell rate algorithm of ATM, ITU-T I.371).
    private DateTimeOffset _pace;
    private DateTimeOffset _changedAt;
    private DateTimeOffset? _slowedAt;
    private Cause _slowedBy;
    private DateTimeOffset _pausedUntil;
    private int _failures;
    private long _minute;
    private int _thisMinute;
    private int _lastMinute;

    public ShapeFlow(ShapeLimits limits, string from, DateTimeOffset now)
    {
        (_limits, _from, Now, _pace, _changedAt) = (limits, from, limits, now, now);
        (_connections, _recipients) = (limits.Connections, limits.Recipients);
        _rate = MostRate;
    }

    /// <summary>The limits that hold now.</summary>
    public ShapeLimits Now { get; private set; }

    /// <summary>Messages that are being sent.</summary>
    public int Running { get; private set; }

    /// <summary>When it was last asked.</summary>
    public DateTimeOffset UsedAt { get; private set; }

    /// <summary>Takes over other limits. What a provider asked for in the meantime still holds where it is less.</summary>
    public void Replace(ShapeLimits limits, string from, DateTimeOffset now)
    {
        (_limits, _from) = (limits, from);
        if (_slowedAt is null)
        {
            (_connections, _recipients, _rate) = (limits.Connections, limits.Recipients, MostRate);
            Now = limits;
        }
        else
        {
            (_connections, _recipients) = (Math.Min(_connections, limits.Connections), Math.Min(_recipients, limits.Recipients));
            if (MostRate is { } most && !(_rate < most)) _rate = most;
            Refresh();
        }
        if (_pace < now) _pace = now;
        Serve(now);
    }

    /// <summary>Sends away who waits: it asks again, and is counted elsewhere.</summary>
    public void Dismiss()
    {
        while (_waiting.TryDequeue(out var turn)) turn.SetResult(new ShapeAnswer.NotYet(TimeSpan.Zero, "the path was configured anew"));
    }

    /// <summary>Whether nothing would be lost by forgetting it.</summary>
    public bool IsAtEase(DateTimeOffset now) => Running == 0 && _failures == 0 && _slowedAt is null && _pace <= now;

    public ShapeAnswer Ask(DateTimeOffset now)
    {
        UsedAt = now;
        if (Binding(now) is { } binding) return binding;
        Running++;
        if (_rate is not null) _pace = (_pace > now ? _pace : now) + Interval;
        return ShapeAnswer.Pass.Instance;
    }

    /// <summary>As <see cref="Ask"/>, but where a connection has to end first it waits for its turn, if not too many do.</summary>
    public Task<ShapeAnswer> Wait(DateTimeOffset now)
    {
        var answer = Ask(now);
        if (answer is not ShapeAnswer.NotYet { Delay.Ticks: 0 } || _waiting.Count >= Now.Connections * ShapePolicy.WaitingPerConnection) return Task.FromResult(answer);
        var turn = new TaskCompletionSource<ShapeAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Enqueue(turn);
        return turn.Task;
    }

    public void Return(DateTimeOffset now)
    {
        if (Running > 0) Running--;
        Serve(now);
    }

    public void Report(DeliveryDecision decision, DateTimeOffset now)
    {
        if (Running > 0) Running--;
        Learn(decision, now);
        Serve(now);
    }

    public ShapeStatus Status(string provider, string path, DateTimeOffset now) => new(provider, path)
    {
        Limits = _limits,
        From = _from,
        Now = Now,
        Running = Running,
        Waiting = _waiting.Count,
        LastMinute = MinuteOf(now) == _minute ? _lastMinute : MinuteOf(now) == _minute + 1 ? _thisMinute : 0,
        Binds = Binding(now)?.Limit,
        SlowedBy = _slowedAt is null ? null : _slowedBy,
        SlowedAt = _slowedAt,
        BacksOffUntil = _pausedUntil > now ? _pausedUntil : null,
        FailedConnections = _failures,
    };

    private void Learn(DeliveryDecision decision, DateTimeOffset now)
    {
        if (ShapePolicy.IsNoConnection(decision))
        {
            // Those that were begun together are one failure.
            if (_pausedUntil > now) return;
            var pause = ShapePolicy.PauseAfter(++_failures);
            if (pause > TimeSpan.Zero) _pausedUntil = now + pause;
            return;
        }
        if (!decision.IsRemote) return;
        (_failures, _pausedUntil) = (0, default);
        Count(now);
        if (decision.Action == DeliveryAction.Delivered) Grow(now);
        else if (ShapePolicy.LeftAfter(decision.Action) is { } left) Slow(left, decision.Cause, now);
    }

    // Who waited longest comes first. When something else than connections binds now, nobody waits for it here.
    private void Serve(DateTimeOffset now)
    {
        while (_waiting.Count > 0)
        {
            var answer = Ask(now);
            if (answer is ShapeAnswer.NotYet { Delay.Ticks: 0 }) return;
            _waiting.Dequeue().SetResult(answer);
        }
    }

    // A part of a period's messages may come at once; together with those that follow at the pace they are never more than the period allows.
    private double PerPeriod => _rate!.Value * Period.TotalSeconds;

    private TimeSpan Period => _limits.Rate is null ? TimeSpan.FromMinutes(1) : _limits.RatePeriod;

    private double AtOnce => Math.Max(1, Math.Floor(PerPeriod / 20));

    private TimeSpan Interval => TimeSpan.FromTicks((long)Math.Ceiling(Period.Ticks / Math.Max(PerPeriod - AtOnce + 1, 1e-6)));

    // Messages a second that the limits allow; null without a limit.
    private double? MostRate => _limits.Rate / _limits.RatePeriod.TotalSeconds;

    private ShapeAnswer.NotYet? Binding(DateTimeOffset now)
    {
        if (_pausedUntil > now) return new ShapeAnswer.NotYet(_pausedUntil - now, $"pause after {_failures} failed connections");
        if (Running >= Now.Connections) return new ShapeAnswer.NotYet(TimeSpan.Zero, $"connections {Now.Connections}{(Now.Connections < _limits.Connections ? $" of {_limits.Connections}" : "")}");
        if (_rate is null) return null;
        var early = _pace - now - (Interval * (AtOnce - 1));
        return early > TimeSpan.Zero ? new ShapeAnswer.NotYet(early, $"rate {RateText()}") : null;
    }

    private string RateText()
    {
        var period = Period == TimeSpan.FromHours(1) ? "h" : Period == TimeSpan.FromMinutes(1) ? "m" : Period == TimeSpan.FromSeconds(1) ? "s" : Period == TimeSpan.FromDays(1) ? "d" : $"{Period.TotalSeconds:0}s";
        return $"{PerPeriod:0.#}/{period}{(_limits.Rate is { } all && Math.Round(PerPeriod) < all ? $" of {all}" : "")}";
    }

    private void Slow((double Connections, double Rate, double Recipients) left, Cause cause, DateTimeOffset now)
    {
        if (_slowedAt is { } at && now - at < ShapePolicy.OneSign) return;
        var sent = Math.Max(MinuteOf(now) == _minute ? Math.Max(_lastMinute, _thisMinute) : _thisMinute, 1) / 60.0;
        var rate = _rate is { } limited ? Math.Min(limited, sent) : sent;
        if (_slowedAt is null) _rateWhenSlowed = rate;
        _rate = Math.Max(rate * left.Rate, ShapePolicy.LeastPerMinute / 60);
        _connections = Math.Max(1, Math.Floor(Math.Min(_connections, Math.Max(Running + 1, 1)) * left.Connections));
        _recipients = Math.Max(1, _recipients * left.Recipients);
        (_slowedAt, _slowedBy, _changedAt) = (now, cause, now);
        if (_pace < now) _pace = now;
        Refresh();
    }

    private void Grow(DateTimeOffset now)
    {
        if (_slowedAt is null || now - _changedAt < ShapePolicy.Growth) return;
        _changedAt = now;
        _connections = Math.Min(_limits.Connections, _connections + Math.Max(1, _limits.Connections * ShapePolicy.Step));
        _recipients = Math.Min(_limits.Recipients, _recipients + Math.Max(1, _limits.Recipients * ShapePolicy.Step));
        if (_rate is { } rate)
        {
            rate += Math.Max(_rateWhenSlowed * ShapePolicy.Step, ShapePolicy.LeastPerMinute / 60);
            _rate = MostRate is { } most ? Math.Min(rate, most) : rate >= _rateWhenSlowed * 2 ? null : rate;
        }
        var isBack = _connections >= _limits.Connections && _recipients >= _limits.Recipients && _rate.GetValueOrDefault() >= MostRate.GetValueOrDefault() && _rate.HasValue == MostRate.HasValue;
        if (isBack) _slowedAt = null;
        Refresh();
    }

    private void Refresh() => Now = _limits with
    {
        Connections = (int)_connections,
        Recipients = (int)_recipients,
        Rate = _rate is null ? _limits.Rate : Math.Max(1, (int)Math.Round(PerPeriod)),
        RatePeriod = Period,
    };

    private void Count(DateTimeOffset now)
    {
        var minute = MinuteOf(now);
        if (minute != _minute) (_lastMinute, _thisMinute, _minute) = (minute == _minute + 1 ? _thisMinute : 0, 0, minute);
        _thisMinute++;
    }

    private static long MinuteOf(DateTimeOffset now) => now.ToUnixTimeSeconds() / 60;
}
