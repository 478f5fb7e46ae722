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

    /// <summary>Empties the list.</summary>
    public void Clear() => _count = 0;
}
