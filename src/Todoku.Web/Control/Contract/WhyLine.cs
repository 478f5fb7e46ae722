namespace Todoku.Web.Control.Contract;

/// <summary>Why one entry is still in the queue.</summary>
public sealed record WhyLine
{
    /// <summary>The entry.</summary>
    public required QueueLine Entry { get; init; }

    /// <summary>What it waits for, what binds first.</summary>
    public required IReadOnlyList<WhyReason> Reasons { get; init; }

    /// <summary>When it is given up.</summary>
    public required DateTimeOffset GivenUpAt { get; init; }

    /// <summary>How paths stand with its provider.</summary>
    public required IReadOnlyList<PathLine> Paths { get; init; }

    /// <summary>What its provider is sent at a time.</summary>
    public required IReadOnlyList<LimitLine> Limits { get; init; }
}
