namespace Todoku.Sandbox.Receiving;

/// <summary>How a provider judges: the first of its rules that fits at a stage decides; without one the stage is passed.</summary>
public sealed record Profile
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The rules, in order.</summary>
    public required IReadOnlyList<ProfileRule> Rules { get; init; }

    /// <summary>The most messages that are taken from one address within <see cref="Window"/>.</summary>
    public int Messages { get; init; } = int.MaxValue;

    /// <summary>The time that <see cref="Messages"/> are counted in.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a first-time sender has to wait.</summary>
    public TimeSpan Greylist { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The most octets of a message.</summary>
    public long Size { get; init; } = 25 << 20;
}
