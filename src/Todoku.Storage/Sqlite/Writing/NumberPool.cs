using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;

namespace Todoku.Storage.Sqlite.Writing;

/// <summary>
/// Numbers for messages on their way in, so that what is written into them can say their number before they are kept. They come from the database by the thousand, with the changes
/// that are written anyway; a number that is not used is a gap and no more. Safe for several threads.
/// </summary>
/// <param name="reserve">Reserves numbers in the database.</param>
internal sealed class NumberPool(Func<ReserveRequest, Task<WriteOutcome>> reserve)
{
    private const int AtOnce = 4096;

    // Fetched before the last is gone, so that nobody waits for the disk.
    private const int Low = AtOnce / 2;

    private readonly Lock _gate = new();
    private long _next, _end;
    private long _spare, _spareEnd;
    private Task<bool> _filling = Task.FromResult(true);

    /// <summary>A number that no message had or gets; null when none can be reserved.</summary>
    public ValueTask<QueueId?> TakeAsync()
    {
        lock (_gate)
        {
            if (TryTake() is { } id) return new ValueTask<QueueId?>(id);
        }
        return WaitAsync();
    }

    private async ValueTask<QueueId?> WaitAsync()
    {
        while (true)
        {
            Task<bool> filling;
            lock (_gate)
            {
                if (TryTake() is { } id) return id;
                filling = _filling;
            }
            if (!await filling.ConfigureAwait(false)) return null;
        }
    }

    private QueueId? TryTake()
    {
        if (_next == _end) (_next, _end, _spare, _spareEnd) = (_spare, _spareEnd, 0, 0);
        if (_end - _next + _spareEnd - _spare < Low && _filling.IsCompleted) _filling = FillAsync();
        return _next < _end ? new QueueId(_next++) : null;
    }

    private async Task<bool> FillAsync()
    {
        var request = new ReserveRequest(AtOnce);
        if (await reserve(request).ConfigureAwait(false) is not WriteOutcome.Done) return false;
        lock (_gate) (_spare, _spareEnd) = (request.First, request.First + AtOnce);
        return true;
    }
}
