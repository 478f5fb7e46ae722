namespace Todoku.Relay.Routing.Paths;

/// <summary>How one path stands with one provider, for <c>todoku relay paths</c>.</summary>
/// <param name="Provider">The provider's id, or the domain where it is not known; <see cref="PathBlock.Everybody"/> for all.</param>
/// <param name="Path">The name of the path.</param>
public sealed record PathStatus(string Provider, string Path)
{
    /// <summary>What the provider holds against the path; null when it is open.</summary>
    public PathBlock? Block { get; init; }

    /// <summary>Messages that it carried today (UTC).</summary>
    public int Today { get; init; }

    /// <summary>Of them those whose own path was refused.</summary>
    public int ReroutedToday { get; init; }

    /// <summary>Messages that its warm-up allows today; null when it does not warm up.</summary>
    public int? AllowedToday { get; init; }
}
