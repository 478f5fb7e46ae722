using Todoku.Relay.Delivery.Sessions;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Delivery.Engine;

/// <summary>
/// Takes what is due out of the queue and delivers it: one lease, one message, one task. How many of a lane run at once says <see cref="LaneGate"/>, how many at
/// all is <see cref="DeliveryOptions.Concurrency"/>; the order is the queue's.
/// </summary>
public sealed class DeliveryEngine : IAsyncDisposable
{
    private readonly DeliveryParts _parts;
    private readonly DeliveryOptions _options;
    private readonly SessionPool _sessions;
    private readonly LaneGate _gate;
    private readonly SemaphoreSlim _places;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abort = new();
    private int _running;
    private Task _dispatcher = Task.CompletedTask;

    /// <summary>Makes it.</summary>
    /// <param name="parts">What it works with.</param>
    /// <param name="options">How it delivers.</param>
    public DeliveryEngine(DeliveryParts parts, DeliveryOptions options)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(options);
        (_parts, _options) = (parts, options);
        _sessions = new SessionPool(parts.Clock.Time, options.IdleConnection, options.Concurrency);
        _gate = new LaneGate(parts.Queue, options.Concurrency);
        _places = new SemaphoreSlim(options.Concurrency, options.Concurrency);
    }

    /// <summary>How many messages are being delivered.</summary>
    public int Running => Volatile.Read(ref _running);

    /// <summary>How many connections wait for a message.</summary>
    public int IdleConnections => _sessions.Count;

    /// <summary>Begins.</summary>
    public void Start() => _dispatcher = Task.Run(DispatchAsync);

    /// <summary>Stops: nothing new begins, what is under way has <see cref="DeliveryOptions.Grace"/> to end and is then broken off; it is sent again after the next start.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _dispatcher.ConfigureAwait(false);
        using var grace = new CancellationTokenSource(_options.Grace, _parts.Clock.Time);
        await WaitForAllAsync(grace.Token).ConfigureAwait(false);
        await _abort.CancelAsync().ConfigureAwait(false);
        await WaitForAllAsync(CancellationToken.None).ConfigureAwait(false);
        await _sessions.DisposeAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        _stop.Dispose();
        _abort.Dispose();
        _places.Dispose();
    }

    private async Task DispatchAsync()
    {
        try
        {
            while (true)
            {
                await _places.WaitAsync(_stop.Token).ConfigureAwait(false);
                LeasedBatch? lease = null;
                try
                {
                    lease = await _parts.Queue.LeaseAsync(_options.Recipients, _stop.Token).ConfigureAwait(false);
                }
                finally
                {
                    if (lease is null) _places.Release();
                }
                _gate.Enter(lease.Lane);
                Interlocked.Increment(ref _running);
                _ = Task.Run(() => DeliverAsync(lease), CancellationToken.None);
            }
        }
        catch (OperationCanceledException)
        {
            // It is to stop.
        }
    }

    private async Task DeliverAsync(LeasedBatch lease)
    {
        try
        {
            await new LeaseRun(_parts, _options, _sessions, _gate, lease, _abort.Token).RunAsync().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            // A fault of our own must not lose mail: it is tried again later, and said.
            _parts.Faults.Failed(lease, error);
            var settled = new LeaseFailure(_parts, lease);
            await settled.PutOffAsync(error).ConfigureAwait(false);
        }
        finally
        {
            _gate.Leave(lease.Lane);
            Interlocked.Decrement(ref _running);
            _places.Release();
        }
    }

    // All places are free when nothing runs.
    private async Task WaitForAllAsync(CancellationToken cancellation)
    {
        var taken = 0;
        try
        {
            for (; taken < _options.Concurrency; taken++) await _places.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Not all ended in time.
        }
        finally
        {
            if (taken > 0) _places.Release(taken);
        }
    }
}
