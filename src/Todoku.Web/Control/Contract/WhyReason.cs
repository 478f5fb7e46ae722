namespace Todoku.Web.Control.Contract;

/// <summary>One thing that an entry waits for.</summary>
/// <param name="Reason"><c>sending</c>, <c>held</c>, <c>queue-not-writable</c>, <c>path-blocked</c>, <c>retry-later</c>, <c>limited</c>, <c>path-paused</c>, <c>turn</c>.</param>
public sealed record WhyReason(string Reason)
{
    /// <summary>Until when, as far as is known.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The path that is meant.</summary>
    public string? Path { get; init; }

    /// <summary>The cause that is meant.</summary>
    public string? Cause { get; init; }

    /// <summary>The limit that binds, or what is wrong with the queue.</summary>
    public string? Detail { get; init; }

    /// <summary>What the provider replied.</summary>
    public string? Reply { get; init; }

    /// <summary>Entries of the lane that are due.</summary>
    public int? Due { get; init; }

    /// <summary>Entries of the lane that are being sent.</summary>
    public int? Sending { get; init; }
}
