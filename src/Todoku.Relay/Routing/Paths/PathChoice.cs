namespace Todoku.Relay.Routing.Paths;

/// <summary>Which way a message goes now.</summary>
public abstract record PathChoice
{
    private PathChoice()
    {
    }

    /// <summary>By this path.</summary>
    /// <param name="Path">The path.</param>
    /// <param name="IsProbe">Whether the message tests a path that was suspended.</param>
    /// <param name="Why">Why this one, in English, for <c>queue why</c>.</param>
    public sealed record Use(RelayPath Path, bool IsProbe, string Why) : PathChoice
    {
        /// <summary>Whether a path that comes before it was refused for this mail.</summary>
        public bool IsRerouted { get; init; }
    }

    /// <summary>By none now; again at a time.</summary>
    /// <param name="Until">When to ask again.</param>
    /// <param name="Why">What binds, in English.</param>
    public sealed record Wait(DateTimeOffset Until, string Why) : PathChoice;
}
