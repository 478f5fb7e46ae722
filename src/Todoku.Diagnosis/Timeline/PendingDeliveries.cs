using System.Diagnostics.CodeAnalysis;

namespace Todoku.Diagnosis.Timeline;

/// <summary>
/// Deliveries that have failed for now, until they are made, given up, or their message is named no more: tells what a retry mended, how many messages
/// still wait, and what a message that expires had failed by. When there are too many, all are written off as not arrived and the count starts anew.
/// </summary>
internal sealed class PendingDeliveries(int maxPending)
{
    private readonly Dictionary<ulong, PutOffMessage> _messages = [];

    public int Count { get; private set; }

    /// <summary>Messages that were put off and still wait.</summary>
    public int MessagesWaiting => _messages.Count;

    /// <summary>Whether entries were written off because there were too many.</summary>
    public bool WasFull { get; private set; }

    /// <summary>A delivery failed for now.</summary>
    public void Defer(in AttemptKeys keys, FailureGroup group)
    {
        if (Count >= maxPending) WriteOff();
        if (!_messages.TryGetValue(keys.Message, out var message)) _messages[keys.Message] = message = new PutOffMessage();
        if (message.Find(keys.Delivery) is { } former) former.Pending--;
        else Count++;
        message.Set(keys.Delivery, group);
        group.Pending++;
    }

    /// <summary>Whether a delivery of a message waits.</summary>
    public bool Waits(ulong message) => _messages.Count > 0 && _messages.ContainsKey(message);

    /// <summary>A delivery was made.</summary>
    public void Deliver(in AttemptKeys keys)
    {
        if (TryTake(keys, out var group)) group.Healed++;
    }

    /// <summary>A delivery was given up.</summary>
    public void GiveUp(in AttemptKeys keys) => TryTake(keys, out _);

    /// <summary>A message left the queue, or nothing more will be seen of it: what still waited of it has not arrived.</summary>
    public void End(ulong message)
    {
        if (_messages.Count > 0 && _messages.Remove(message, out var ended)) WriteOff(message, ended);
    }

    /// <summary>What a message failed by last; null when that is not known.</summary>
    public FailureGroup? LastFailure(in AttemptKeys keys) =>
        _messages.TryGetValue(keys.Message, out var message) ? message.Find(keys.Delivery) ?? message.Last : null;

    /// <summary>Messages of each group that were given up or still wait.</summary>
    public Dictionary<FailureGroup, DistinctCounter> MessagesNotArrived()
    {
        var messages = new Dictionary<FailureGroup, DistinctCounter>();
        foreach (var (key, message) in _messages)
        {
            foreach (var group in message.Groups)
            {
                if (!messages.TryGetValue(group, out var counter)) messages[group] = counter = group.Lost.Clone();
                counter.Add(key);
            }
        }
        return messages;
    }

    private bool TryTake(in AttemptKeys keys, [NotNullWhen(true)] out FailureGroup? group)
    {
        group = null;
        if (!_messages.TryGetValue(keys.Message, out var message)) return false;
        group = message.Find(keys.Delivery);
        if (group is null) return false;
        group.Pending--;
        Count--;
        message.Remove(keys.Delivery);
        if (message.Count == 0) _messages.Remove(keys.Message);
        return true;
    }

    private void WriteOff()
    {
        foreach (var (key, message) in _messages) WriteOff(key, message);
        _messages.Clear();
        WasFull = true;
    }

    private void WriteOff(ulong key, PutOffMessage message)
    {
        foreach (var group in message.Groups)
        {
            group.Lost.Add(key);
            group.WrittenOff++;
            group.Pending--;
            Count--;
        }
    }
}
