using System.Runtime.InteropServices;

namespace Todoku.Diagnosis.Timeline;

/// <summary>
/// Deliveries that have failed for now, until they are made or given up: tells what a retry mended, how many messages still wait, and
/// what a message that expires had failed by. When there are too many, all are written off as not arrived and the count starts anew.
/// </summary>
internal sealed class PendingDeliveries(int maxPending)
{
    private readonly Dictionary<ulong, Entry> _entries = [];
    private readonly Dictionary<ulong, FailureGroup> _lastByMessage = [];

    public int Count => _entries.Count;

    /// <summary>Whether entries were written off.</summary>
    public bool WasFull { get; private set; }

    /// <summary>A delivery failed for now.</summary>
    public void Defer(ulong delivery, ulong message, FailureGroup group)
    {
        if (_entries.Count >= maxPending) WriteOff();
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, delivery, out var exists);
        if (exists) entry.Group.Pending--;
        entry = new Entry(message, group);
        group.Pending++;
        RememberLast(message, group);
    }

    /// <summary>Whether any delivery of a message failed before.</summary>
    public bool HasFailed(ulong message) => _lastByMessage.Count > 0 && _lastByMessage.ContainsKey(message);

    /// <summary>A delivery was made.</summary>
    public void Deliver(ulong delivery)
    {
        if (!_entries.Remove(delivery, out var entry)) return;
        entry.Group.Pending--;
        entry.Group.Healed++;
    }

    /// <summary>A delivery was given up.</summary>
    public void GiveUp(ulong delivery)
    {
        if (_entries.Remove(delivery, out var entry)) entry.Group.Pending--;
    }

    /// <summary>What a message failed by last; null when that is not known.</summary>
    public FailureGroup? LastFailure(ulong delivery, ulong message) =>
        _entries.TryGetValue(delivery, out var entry) ? entry.Group : _lastByMessage.GetValueOrDefault(message);

    /// <summary>Messages of each group that were given up or still wait.</summary>
    public Dictionary<FailureGroup, DistinctCounter> MessagesNotArrived()
    {
        var messages = new Dictionary<FailureGroup, DistinctCounter>();
        foreach (var entry in _entries.Values)
        {
            if (!messages.TryGetValue(entry.Group, out var counter)) messages[entry.Group] = counter = entry.Group.Lost.Clone();
            counter.Add(entry.Message);
        }
        return messages;
    }

    /// <summary>Messages that were put off and still wait.</summary>
    public long MessagesWaiting()
    {
        var messages = new DistinctCounter();
        foreach (var entry in _entries.Values) messages.Add(entry.Message);
        return messages.Count;
    }

    private void RememberLast(ulong message, FailureGroup group)
    {
        if (_lastByMessage.Count >= maxPending * 2) WriteOff();
        _lastByMessage[message] = group;
    }

    private void WriteOff()
    {
        foreach (var entry in _entries.Values)
        {
            entry.Group.Lost.Add(entry.Message);
            entry.Group.Pending--;
        }
        _entries.Clear();
        _lastByMessage.Clear();
        WasFull = true;
    }

    private readonly record struct Entry(ulong Message, FailureGroup Group);
}
