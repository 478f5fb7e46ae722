namespace Todoku.Logs.Correlation;

/// <summary>
/// The last messages by a hash (of Message-ID and host, of a queue id), to join the queue id before a content filter or a relay to the one after it.
/// Both answer within seconds, so that an entry may be overwritten by a later message.
/// </summary>
internal sealed class MessageIdIndex
{
    private const int Size = 1 << 12;

    private readonly (ulong Hash, ulong Key)[] _entries = new (ulong, ulong)[Size];

    /// <summary>Remembers that the message of a key bears a Message-ID, unless an earlier one does.</summary>
    public void Add(ulong messageIdHash, ulong key)
    {
        ref var entry = ref _entries[messageIdHash & (Size - 1)];
        if (entry.Hash != messageIdHash) entry = (messageIdHash, key);
    }

    /// <summary>Remembers the message of a key in place of an earlier one with the same hash.</summary>
    public void Set(ulong hash, ulong key) => _entries[hash & (Size - 1)] = (hash, key);

    /// <summary>Finds the first message with a Message-ID.</summary>
    public bool TryFind(ulong messageIdHash, out ulong key)
    {
        var entry = _entries[messageIdHash & (Size - 1)];
        key = entry.Key;
        return entry.Hash == messageIdHash;
    }
}
