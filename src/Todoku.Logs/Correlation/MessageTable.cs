using System.Diagnostics.CodeAnalysis;
using Todoku.Mail;

namespace Todoku.Logs.Correlation;

/// <summary>
/// The messages in flight by key. A queue id may be used again: its life ends with "removed", or when another arrival under the same id is seen.
/// Lives whose end is never seen are forgotten by <see cref="MessageAge"/>, and the oldest first when there are too many all the same.
/// </summary>
internal sealed class MessageTable(int limit, IDeliveryObserver observer)
{
    // More than one for each life that begins, so that looking keeps up; few, so that one line of a clock that is ahead does not end all.
    private const int LooksAtBegin = 2;

    // A log in whole seconds has a message leave up to a second before the next host, whose log is finer, took it.
    private const long Grace = TimeSpan.TicksPerSecond;
    private const int MaxLeaving = 4096;

    private readonly Dictionary<ulong, MessageLife> _lives = [];
    private readonly Queue<(MessageLife Life, ulong MessageKey, long Left)> _leaving = new();
    private readonly Stack<MessageLife> _pool = [];
    private readonly MessageLife _passing = new();
    private MessageLife? _oldest, _newest;
    private ulong _lastMessageKey;

    /// <summary>The time of the line that is being read, UTC ticks.</summary>
    public long Now { get; set; }

    /// <summary>Messages forgotten because there were too many.</summary>
    public long Forgotten { get; private set; }

    /// <summary>Messages forgotten because no line named them for long.</summary>
    public long Lapsed { get; private set; }

    /// <summary>Messages in flight.</summary>
    public int Count => _lives.Count;

    /// <summary>Finds a message in flight.</summary>
    public bool TryGet(ulong key, [NotNullWhen(true)] out MessageLife? life)
    {
        if (!_lives.TryGetValue(key, out life)) return false;
        life.LastSeen = Now;
        return true;
    }

    /// <summary>Finds a message, or begins its life (its first lines may lie before the log).</summary>
    public MessageLife GetOrBegin(ulong key) => TryGet(key, out var life) ? life : Begin(key);

    /// <summary>Finds a message, or makes a life that is good for this line only: of a message that is known by its delivery alone there is nothing to remember.</summary>
    public MessageLife GetOrPass(ulong key)
    {
        if (TryGet(key, out var life)) return life;
        // The key is the same for its next recipient.
        _passing.Reset(key, key, Now);
        return _passing;
    }

    /// <summary>Begins a new life under a key, ending one that still stood there.</summary>
    public MessageLife Begin(ulong key)
    {
        if (_lives.TryGetValue(key, out var former)) End(former);
        ForgetLapsed();
        EndLeaving();
        if (_lives.Count >= limit && _oldest is not null)
        {
            Forgotten++;
            End(_oldest);
        }
        var life = _pool.Count > 0 ? _pool.Pop() : new MessageLife();
        life.Reset(key, ++_lastMessageKey, Now);
        Append(life);
        _lives.Add(key, life);
        return life;
    }

    /// <summary>Ends a life a moment later: the lines of the host that took the message over may still come.</summary>
    public void EndSoon(MessageLife life)
    {
        life.HasLeft = true;
        _leaving.Enqueue((life, life.MessageKey, Now));
        EndLeaving();
    }

    /// <summary>Ends a life.</summary>
    public void End(MessageLife life)
    {
        _lives.Remove(life.Key);
        Unlink(life);
        _pool.Push(life);
        // A message that went on under another id is named by that.
        if (!life.WentOn) observer.Ended(life.MessageKey);
    }

    private void EndLeaving()
    {
        while (_leaving.TryPeek(out var first) && (_leaving.Count > MaxLeaving || Math.Abs(Now - first.Left) > Grace))
        {
            _leaving.Dequeue();
            // It may have ended since, and its object serve another message.
            if (first.Life.HasLeft && first.Life.MessageKey == first.MessageKey) End(first.Life);
        }
    }

    private void ForgetLapsed()
    {
        for (var looks = 0; looks < LooksAtBegin && _oldest is { } life; looks++)
        {
            // Either way: a clock that was ahead must not keep what came after from being looked at.
            if (Math.Abs(Now - life.LookedAt) <= MessageAge.LookEvery) return;
            if (MessageAge.IsOver(life, Now))
            {
                Lapsed++;
                End(life);
                continue;
            }
            life.LookedAt = Now;
            life.LastSeen = Math.Min(life.LastSeen, Now);
            Unlink(life);
            Append(life);
        }
    }

    private void Append(MessageLife life)
    {
        life.Older = _newest;
        if (_newest is null) _oldest = life;
        else _newest.Newer = life;
        _newest = life;
    }

    private void Unlink(MessageLife life)
    {
        if (life.Older is null) _oldest = life.Newer;
        else life.Older.Newer = life.Newer;
        if (life.Newer is null) _newest = life.Older;
        else life.Newer.Older = life.Older;
        life.Older = life.Newer = null;
    }
}
