namespace Todoku.Logs.Dialects;

/// <summary>The events of one block; grows, and is emptied and used again.</summary>
internal sealed class EventList
{
    private LogEvent[] _events = new LogEvent[2048];
    private int _count;

    /// <summary>The events.</summary>
    public ReadOnlySpan<LogEvent> Events => _events.AsSpan(0, _count);

    /// <summary>Adds an empty event to fill in.</summary>
    public ref LogEvent Add()
    {
        if (_count == _events.Length) Array.Resize(ref _events, _events.Length * 2);
        ref var added = ref _events[_count++];
        added = default;
        return ref added;
    }

    /// <summary>How many there are.</summary>
    public int Count => _count;

    /// <summary>Takes back the events after the first <paramref name="count"/>.</summary>
    public void CutTo(int count) => _count = Math.Min(_count, count);

    /// <summary>Empties the list.</summary>
    public void Clear() => _count = 0;
}
