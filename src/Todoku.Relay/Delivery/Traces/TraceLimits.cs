namespace Todoku.Relay.Delivery.Traces;

/// <summary>How much of dialogues is remembered. One dialogue is bounded by its transcript (about 26 KB, mostly 1 KB).</summary>
public sealed record TraceLimits
{
    /// <summary>Dialogues in all. <value>5000.</value></summary>
    public int Sessions { get; init; } = 5000;

    /// <summary>Octets of all dialogues. <value>8 MiB.</value></summary>
    public long Octets { get; init; } = 8 << 20;

    /// <summary>Dialogues of one message; the oldest go first. <value>8.</value></summary>
    public int SessionsOfMessage { get; init; } = 8;
}
