using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Authentication.Spf;

/// <summary>Asks DNS for one check and keeps to its time.</summary>
internal sealed class SpfQuestions : IDisposable
{
    private static readonly DnsAnswer NoTime = new DnsAnswer.Failed(DnsFailure.TimedOut, "");

    private readonly IDnsResolver _resolver;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly CancellationToken _ct;
    private readonly CancellationTokenSource _stop;

    public SpfQuestions(IDnsResolver resolver, TimeProvider time, CancellationToken ct)
    {
        _resolver = resolver;
        _time = time;
        _start = time.GetTimestamp();
        _ct = ct;
        _stop = ct.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(ct) : new CancellationTokenSource();
    }

    /// <summary>Whether the check took longer than it may; all further questions fail at once.</summary>
    public bool IsTimeUp { get; private set; }

    /// <summary>Asks.</summary>
    public ValueTask<DnsAnswer> AskAsync(DomainName name, DnsRecordType type)
    {
        if (IsTimeUp) return new ValueTask<DnsAnswer>(NoTime);
        var asking = _resolver.AskAsync(name, type, _stop.Token);
        // An answer out of a cache is there at once, and costs no look at the clock.
        return asking.IsCompletedSuccessfully ? asking : WaitAsync(asking);
    }

    public void Dispose() => _stop.Dispose();

    private async ValueTask<DnsAnswer> WaitAsync(ValueTask<DnsAnswer> asking)
    {
        var answer = asking.AsTask();
        var left = SpfLimits.Time - _time.GetElapsedTime(_start);
        try
        {
            return await answer.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, _time, _ct);
        }
        catch (TimeoutException)
        {
            IsTimeUp = true;
            await _stop.CancelAsync();
            return NoTime;
        }
    }
}
