using Todoku.Smtp.Client;

namespace Todoku.Relay.Delivery.Sessions;

/// <summary>Keeps connections for the next message to the same server, for a moment: a server's patience and its connection limit are not ours to use up.</summary>
/// <param name="time">The clock.</param>
/// <param name="patience">How long a connection may wait.</param>
/// <param name="capacity">The most connections that wait.</param>
internal sealed class SessionPool(TimeProvider time, TimeSpan patience, int capacity) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<SessionKey, Stack<IdleSession>> _idle = [];
    private ITimer? _timer;
    private int _count;
    private bool _isClosed;

    /// <summary>How many connections wait.</summary>
    public int Count
    {
        get { lock (_gate) return _count; }
    }

    /// <summary>A connection that waits, the last used first; null when there is none.</summary>
    public SmtpClientSession? TryTake(in SessionKey key)
    {
        lock (_gate)
        {
            if (!_idle.TryGetValue(key, out var stack)) return null;
            var session = stack.Pop().Session;
            _count--;
            if (stack.Count == 0) _idle.Remove(key);
            return session;
        }
    }

    /// <summary>Keeps a connection, or takes leave on it when it can serve no more.</summary>
    public void Give(in SessionKey key, SmtpClientSession session, int messagesPerConnection)
    {
        var isKept = false;
        if (session.IsReusable && session.MessageCount < messagesPerConnection)
        {
            lock (_gate)
            {
                if (!_isClosed && _count < capacity)
                {
                    if (!_idle.TryGetValue(key, out var stack)) _idle[key] = stack = new Stack<IdleSession>();
                    stack.Push(new IdleSession(session, time.GetTimestamp()));
                    _count++;
                    isKept = true;
                    _timer ??= time.CreateTimer(static pool => ((SessionPool)pool!).Sweep(), this, patience, patience / 2);
                }
            }
        }
        if (!isKept) _ = Leave(session);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        List<SmtpClientSession> all;
        lock (_gate)
        {
            _isClosed = true;
            _timer?.Dispose();
            all = [.. _idle.Values.SelectMany(stack => stack).Select(idle => idle.Session)];
            _idle.Clear();
            _count = 0;
        }
        await Task.WhenAll(all.Select(Leave)).ConfigureAwait(false);
    }

    private void Sweep()
    {
        var old = new List<SmtpClientSession>();
        lock (_gate)
        {
            var now = time.GetTimestamp();
            foreach (var (key, stack) in _idle.ToArray())
            {
                // The one used last lies on top: when it is too old all are.
                var kept = stack.Where(idle => time.GetElapsedTime(idle.Since, now) < patience).Reverse().ToArray();
                if (kept.Length == stack.Count) continue;
                old.AddRange(stack.Except(kept).Select(idle => idle.Session));
                _count -= stack.Count - kept.Length;
                if (kept.Length == 0) _idle.Remove(key);
                else _idle[key] = new Stack<IdleSession>(kept);
            }
            if (_count == 0)
            {
                _timer?.Dispose();
                _timer = null;
            }
        }
        foreach (var session in old) _ = Leave(session);
    }

    // QUIT has a time limit of its own, and its outcome changes nothing.
    private static async Task Leave(SmtpClientSession session) => await session.QuitAsync(CancellationToken.None).ConfigureAwait(false);
}
