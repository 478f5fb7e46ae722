namespace Todoku.Diagnosis.Timeline;

/// <summary>The deliveries of one message that have failed for now, by their hash. Nearly all messages have one.</summary>
internal sealed class PutOffMessage
{
    private ulong _only;
    private FailureGroup? _onlyGroup;
    private Dictionary<ulong, FailureGroup>? _all;

    /// <summary>What it failed by last.</summary>
    public FailureGroup? Last { get; private set; }

    public int Count => _all?.Count ?? (_onlyGroup is null ? 0 : 1);

    /// <summary>What each delivery failed by last.</summary>
    public IReadOnlyCollection<FailureGroup> Groups => _all is not null ? _all.Values : _onlyGroup is null ? [] : [_onlyGroup];

    public FailureGroup? Find(ulong delivery) =>
        _all is not null ? _all.GetValueOrDefault(delivery) : _only == delivery ? _onlyGroup : null;

    /// <summary>Puts a delivery off; what it failed by before is replaced.</summary>
    public void Set(ulong delivery, FailureGroup group)
    {
        Last = group;
        if (_all is null && _onlyGroup is not null && _only != delivery) _all = new() { [_only] = _onlyGroup };
        if (_all is not null) _all[delivery] = group;
        else (_only, _onlyGroup) = (delivery, group);
    }

    /// <summary>Takes a delivery out that is made or given up.</summary>
    public void Remove(ulong delivery)
    {
        if (_all is not null) _all.Remove(delivery);
        else if (_only == delivery) _onlyGroup = null;
    }
}
