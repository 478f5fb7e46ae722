using System.Net;

namespace Todoku.Sandbox.Receiving;

/// <summary>How many messages came from each address within a time.</summary>
/// <param name="most">The most that are taken.</param>
/// <param name="window">The time.</param>
/// <param name="time">The clock.</param>
public sealed class TrafficCount(int most, TimeSpan window, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly BoundedBook<IPAddress, Queue<DateTimeOffset>> _times = new();

    /// <summary>Whether an address has sent as many as are taken.</summary>
    public bool IsFull(IPAddress address)
    {
        if (most == int.MaxValue) return false;
        lock (_lock) return Recent(address).Count >= most;
    }

    /// <summary>A message came.</summary>
    public void Add(IPAddress address)
    {
        if (most == int.MaxValue) return;
        lock (_lock)
        {
            var times = Recent(address);
            // Those before the last ones say nothing more.
            if (times.Count >= most) times.TryDequeue(out _);
            times.Enqueue(time.GetUtcNow());
        }
    }

    private Queue<DateTimeOffset> Recent(IPAddress address)
    {
        var times = _times.Change(address, new Queue<DateTimeOffset>(), known => known);
        while (times.TryPeek(out var first) && first + window <= time.GetUtcNow()) times.Dequeue();
        return times;
    }
}
