namespace Todoku.Relay.Queue.Lanes;

/// <summary>
/// The paths that are held back in one lane, and the flows that wait for them. A flow waits for a path when its mail was to go by it and could not; one that was not tried yet, or whose path
/// is another one, goes on.
/// </summary>
internal sealed class HeldPaths
{
    private readonly Dictionary<string, long> _until = new(StringComparer.Ordinal);
    private readonly List<ReadyFlow> _aside = [];

    /// <summary>Whether none is held back. Flows that wait are there only while one is.</summary>
    public bool IsEmpty => _until.Count == 0;

    /// <summary>Holds a path back until a time: milliseconds since 1970.</summary>
    public void Hold(string path, long until) => _until[path] = until;

    /// <summary>Whether a path is held back.</summary>
    public bool IsHeld(string path) => _until.ContainsKey(path);

    /// <summary>Whether a path is held back until just that time.</summary>
    public bool IsHeld(string path, long until) => _until.TryGetValue(path, out var known) && known == until;

    /// <summary>A path is held back no longer; gives the flows that waited for it, who waited longest first.</summary>
    public List<ReadyFlow> Release(string path)
    {
        _until.Remove(path);
        var free = _aside.FindAll(flow => !Stops(flow));
        _aside.RemoveAll(flow => !Stops(flow));
        foreach (var flow in free) flow.IsAside = false;
        return free;
    }

    /// <summary>Puts a flow aside, which is in no round.</summary>
    public void PutAside(ReadyFlow flow)
    {
        flow.IsAside = true;
        _aside.Add(flow);
    }

    /// <summary>A flow that was put aside has nothing left.</summary>
    public void Forget(ReadyFlow flow) => _aside.Remove(flow);

    /// <summary>Until when the path of a flow is held back; null when it does not wait.</summary>
    public HeldPath? Of(ReadyFlow flow) => flow.IsAside && flow.Path is { } path ? StatusOf(path) : null;

    /// <summary>All of them.</summary>
    public IReadOnlyList<HeldPath> List() => [.. _until.Keys.Order(StringComparer.Ordinal).Select(StatusOf)];

    private HeldPath StatusOf(string path) => new(path, DateTimeOffset.FromUnixTimeMilliseconds(_until[path]), _aside.Count(flow => flow.Path == path));

    private bool Stops(ReadyFlow flow) => flow.Path is { } path && _until.ContainsKey(path);
}
