using Todoku.Relay.Queue;

namespace Todoku.Relay.Delivery.Traces;

/// <summary>
/// Remembers the dialogues in which messages were offered, the newest, in bounded memory; messages that have left the queue too. Those in which somebody was not
/// accepted are always kept, others only when asked for: then a delivery costs a copy of its dialogue. Safe for several threads.
/// </summary>
/// <param name="keepsAll">Whether dialogues in which all went well are kept too.</param>
/// <param name="limits">How much.</param>
public sealed class SessionTraces(bool keepsAll, TraceLimits limits)
{
    // What a trace costs beside its lines.
    private const int Overhead = 200;

    private readonly Lock _gate = new();
    private readonly Dictionary<QueueId, List<SessionTrace>> _traces = [];
    private readonly Queue<(QueueId Message, SessionTrace Trace)> _order = new();
    private long _octets;
    private volatile bool _keepsAll = keepsAll;

    /// <summary>Whether dialogues in which all went well are kept too; those that are kept stay.</summary>
    public bool KeepsAll { get => _keepsAll; set => _keepsAll = value; }

    /// <summary>Octets held.</summary>
    public long Octets
    {
        get { lock (_gate) return _octets; }
    }

    /// <summary>Keeps one.</summary>
    public void Keep(QueueId message, SessionTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        lock (_gate)
        {
            if (!_traces.TryGetValue(message, out var list)) _traces.Add(message, list = []);
            // It stays in the order until it is its turn.
            if (list.Count == limits.SessionsOfMessage) Forget(message, list[0]);
            if (list.Count == 0) _traces[message] = list;
            list.Add(trace);
            _octets += SizeOf(trace);
            _order.Enqueue((message, trace));
            while (_octets > limits.Octets || _order.Count > limits.Sessions)
            {
                if (!_order.TryDequeue(out var oldest)) break;
                Forget(oldest.Message, oldest.Trace);
            }
        }
    }

    /// <summary>Those of a message, the oldest first.</summary>
    public IReadOnlyList<SessionTrace> Of(QueueId message)
    {
        lock (_gate) return _traces.TryGetValue(message, out var list) ? [.. list] : [];
    }

    private void Forget(QueueId message, SessionTrace trace)
    {
        if (!_traces.TryGetValue(message, out var list) || !list.Remove(trace)) return;
        _octets -= SizeOf(trace);
        if (list.Count == 0) _traces.Remove(message);
    }

    private static int SizeOf(SessionTrace trace) => trace.Dialogue.Size + Overhead + (sizeof(int) * trace.Recipients.Count);
}
