namespace Todoku.Relay.Routing.Paths;

/// <summary>Tells nobody.</summary>
public sealed class SilentPathObserver : IPathObserver
{
    /// <inheritdoc/>
    public void Suspended(PathBlock block)
    {
    }

    /// <inheritdoc/>
    public void Opening(PathBlock block)
    {
    }

    /// <inheritdoc/>
    public void Opened(PathBlock block)
    {
    }

    /// <inheritdoc/>
    public void Exhausted(string provider, DateTimeOffset until, IReadOnlyList<PathShut> reasons)
    {
    }

    /// <inheritdoc/>
    public void Skipped(PathAuthorizationFinding finding)
    {
    }
}
