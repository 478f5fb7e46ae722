using Todoku.Relay.Queue;

namespace Todoku.Relay.Delivery.Engine;

/// <summary>
/// Lets out of a lane no more messages at a time than its paths have connections for, and as many again that are made ready meanwhile: else a lane that is held
/// back would take all places, and each message would be taken out and put back many times. Safe for several threads.
/// </summary>
/// <param name="queue">The queue.</param>
/// <param name="places">The most messages that are being delivered at once.</param>
internal sealed class LaneGate(DeliveryQueue queue, int places)
{
    // A lane whose limits are not known yet begins carefully; the first message tells.
    private const int AtFirst = 8;

    // One that is sent, one that is made ready or settled.
    private const int PerConnection = 2;

    private readonly Lock _gate = new();
    private readonly Dictionary<LaneKey, OpenLane> _lanes = [];

    /// <summary>A message of a lane was leased.</summary>
    public void Enter(LaneKey key)
    {
        lock (_gate)
        {
            if (!_lanes.TryGetValue(key, out var lane)) _lanes.Add(key, lane = new OpenLane());
            lane.Running++;
            if (lane.Running >= Limit(lane)) Close(key, lane);
        }
    }

    /// <summary>A message of a lane was settled or put back.</summary>
    public void Leave(LaneKey key)
    {
        lock (_gate)
        {
            var lane = _lanes[key];
            lane.Running--;
            if (lane.Running < Limit(lane)) Open(key, lane);
            if (lane.Running == 0) _lanes.Remove(key);
        }
    }

    /// <summary>How many connections a path of a lane has.</summary>
    public void Learn(LaneKey key, string path, int connections)
    {
        lock (_gate)
        {
            var lane = _lanes[key];
            if (lane.Connections.TryGetValue(path, out var known) && known == connections) return;
            lane.Connections[path] = connections;
            if (lane.Running < Limit(lane)) Open(key, lane);
            else Close(key, lane);
        }
    }

    private int Limit(OpenLane lane) => lane.Connections.Count == 0 ? AtFirst : (int)Math.Min(places, (long)PerConnection * lane.Connections.Values.Sum(one => (long)one));

    private void Close(LaneKey key, OpenLane lane)
    {
        if (lane.IsClosed) return;
        lane.IsClosed = true;
        queue.SetLimit(key, 0);
    }

    private void Open(LaneKey key, OpenLane lane)
    {
        if (!lane.IsClosed) return;
        lane.IsClosed = false;
        queue.SetLimit(key, null);
    }

    private sealed class OpenLane
    {
        public int Running { get; set; }

        public bool IsClosed { get; set; }

        public Dictionary<string, int> Connections { get; } = new(StringComparer.Ordinal);
    }
}
