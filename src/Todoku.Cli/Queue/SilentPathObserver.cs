using Todoku.Relay.Routing.Paths;

namespace Todoku.Cli.Queue;

/// <summary>Nothing changes about paths while no relay runs.</summary>
internal sealed class SilentPathObserver : IPathObserver
{
    public void Suspended(PathBlock block)
    {
    }

    public void Opening(PathBlock block)
    {
    }

    public void Opened(PathBlock block)
    {
    }

    public void Exhausted(string provider, DateTimeOffset until, IReadOnlyList<PathShut> reasons)
    {
    }

    public void Skipped(PathAuthorizationFinding finding)
    {
    }
}
