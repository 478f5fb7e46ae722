namespace Todoku.Relay.Routing.Paths;

/// <summary>Is told when paths change, for logs, alerts and incidents. Called from many threads; must not block.</summary>
public interface IPathObserver
{
    /// <summary>A path was suspended, or a probe was refused (<see cref="PathBlock.Failures"/> above 1).</summary>
    void Suspended(PathBlock block);

    /// <summary>A path goes on to open: a probe was taken, or a step is done.</summary>
    void Opening(PathBlock block);

    /// <summary>A path is open again for the provider.</summary>
    void Opened(PathBlock block);

    /// <summary>No path is left for mail to a provider: it is held. Told once until one opens again. An operator must act when it lasts.</summary>
    /// <param name="provider">The provider, or the domain where it is not known.</param>
    /// <param name="until">When it is tried again.</param>
    /// <param name="reasons">Why each path is shut.</param>
    void Exhausted(string provider, DateTimeOffset until, IReadOnlyList<PathShut> reasons);

    /// <summary>A path was not used for a sender domain, since its mail would not pass there.</summary>
    void Skipped(PathAuthorizationFinding finding);
}
