using Todoku.Relay.Queue;

namespace Todoku.Relay.Delivery.Messages;

/// <summary>
/// Messages that were queued a moment ago, as they will be sent, so that most mail is never read back from the disk. Holds the newest; what does not
/// fit is read from the queue instead. Safe for several threads.
/// </summary>
/// <param name="capacity">The most bytes that it holds.</param>
public sealed class MessageCache(long capacity)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<QueueId, (StoredMessage Message, byte[] Octets)> _messages = [];
    private readonly Queue<QueueId> _order = new();
    private long _size;

    /// <summary>Bytes held.</summary>
    public long Size
    {
        get { lock (_gate) return _size; }
    }

    /// <summary>Holds a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="octets">Prefix and content, as they are sent.</param>
    public void Add(StoredMessage message, byte[] octets)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(octets);
        if (octets.Length > capacity / 4) return;
        lock (_gate)
        {
            if (!_messages.TryAdd(message.Id, (message, octets))) return;
            _order.Enqueue(message.Id);
            _size += octets.Length;
            while (_size > capacity || _order.Count > _messages.Count + 1024)
            {
                if (!_order.TryDequeue(out var oldest)) break;
                Forget(oldest);
            }
        }
    }

    /// <summary>A message that is held; the entries are those it was queued with.</summary>
    public bool TryGet(QueueId id, out StoredMessage? message, out byte[]? octets)
    {
        lock (_gate)
        {
            var isHeld = _messages.TryGetValue(id, out var held);
            (message, octets) = held;
            return isHeld;
        }
    }

    /// <summary>Lets a message go: it was delivered, or has to wait.</summary>
    public void Remove(QueueId id)
    {
        lock (_gate) Forget(id);
    }

    private void Forget(QueueId id)
    {
        if (_messages.Remove(id, out var held)) _size -= held.Octets.Length;
    }
}
