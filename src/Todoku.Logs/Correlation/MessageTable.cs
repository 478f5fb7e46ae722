using System.Diagnostics.CodeAnalysis;

namespace Todoku.Logs.Correlation;

/// <summary>
/// The messages in flight by key, oldest forgotten first when there are too many. A queue id may be used again: its life ends with
/// "removed", or when another arrival under the same id is seen.
/// </summary>
internal sealed class MessageTable(int limit)
{
    private readonly Dictionary<ulong, MessageLife> _lives = [];
    private readonly Stack<MessageLife> _pool = [];
    private MessageLife? _oldest, _newest;
    private ulong _lastMessageKey;

    /// <summary>Messages forgotten because there were too many.</summary>
    public long Forgotten { get; private set; }

    /// <summary>Messages in flight.</summary>
    public int Count => _lives.Count;

    /// <summary>Finds a message in flight.</summary>
    public bool TryGet(ulong key, [NotNullWhen(true)] out MessageLife? life) => _lives.TryGetValue(key, out life);

    /// <summary>Finds a message, or begins its life (its first lines may lie before the log).</summary>
    public MessageLife GetOrBegin(ulong key) => _lives.TryGetValue(key, out var life) ? life : Begin(key);

    /// <summary>Begins a new life under a key, ending one that still stood there.</summary>
    public MessageLife Begin(ulong key)
    {
        if (_lives.TryGetValue(key, out var former)) End(former);
        if (_lives.Count >= limit && _oldest is not null)
        {
            Forgotten++;
            End(_oldest);
        }
        var life = _pool.Count > 0 ? _pool.Pop() : new MessageLife();
        life.Reset(key, ++_lastMessageKey);
        life.Older = _newest;
        life.Newer = null;
        if (_newest is null) _oldest = life;
        else _newest.Newer = life;
        _newest = life;
        _lives.Add(key, life);
        return life;
    }

    /// <summary>Ends a life.</summary>
    public void End(MessageLife life)
    {
        _lives.Remove(life.Key);
        if (life.Older is null) _oldest = life.Newer;
        else life.Older.Newer = life.Newer;
        if (life.Newer is null) _newest = life.Older;
        else life.Newer.Older = life.Older;
        life.Older = life.Newer = null;
        _pool.Push(life);
    }
}
