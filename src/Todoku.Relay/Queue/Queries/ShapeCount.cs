namespace Todoku.Relay.Queue.Queries;

/// <summary>Counts the entries of a lane by age.</summary>
internal sealed class ShapeCount
{
    private readonly int[] _byAge = new int[QueueShape.Ages.Count + 1];
    private int _held;
    private int _leased;

    public int Total { get; private set; }

    public void Add(TimeSpan age, EntryState state)
    {
        var place = 0;
        while (place < QueueShape.Ages.Count && age >= QueueShape.Ages[place]) place++;
        _byAge[place]++;
        Total++;
        if (state == EntryState.Held) _held++;
        else if (state == EntryState.Leased) _leased++;
    }

    public void Add(ShapeCount other)
    {
        for (var i = 0; i < _byAge.Length; i++) _byAge[i] += other._byAge[i];
        (Total, _held, _leased) = (Total + other.Total, _held + other._held, _leased + other._leased);
    }

    public ShapeRow ToRow(LaneKey? lane) => new(lane, Total, _held, _leased, [.. _byAge]);
}
