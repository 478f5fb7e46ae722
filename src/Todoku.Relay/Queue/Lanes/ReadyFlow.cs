namespace Todoku.Relay.Queue.Lanes;

/// <summary>The due entries of one flow in one lane, in the order in which they became due.</summary>
internal sealed class ReadyFlow(int lane, int flow)
{
    /// <summary>Number of the lane.</summary>
    public int Lane { get; } = lane;

    /// <summary>Number of the flow.</summary>
    public int Flow { get; } = flow;

    /// <summary>The first slot; -1 when there is none.</summary>
    public int Head { get; set; } = -1;

    /// <summary>The last slot.</summary>
    public int Tail { get; set; } = -1;

    /// <summary>What it may still send in this turn.</summary>
    public int Deficit { get; set; }

    /// <summary>Whether it got its share for this turn.</summary>
    public bool IsServed { get; set; }

    /// <summary>The path by which its mail was to go when it was held back; null when it was not, or was let out since.</summary>
    public string? Path { get; set; }

    /// <summary>Whether it waits for that path, and is not in the round.</summary>
    public bool IsAside { get; set; }

    /// <summary>Its neighbours in the round of its lane.</summary>
    public ReadyFlow? Next { get; set; }

    /// <inheritdoc cref="Next"/>
    public ReadyFlow? Previous { get; set; }
}
