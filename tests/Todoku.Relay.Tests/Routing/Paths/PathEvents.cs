using Todoku.Relay.Routing.Paths;

namespace Todoku.Relay.Tests.Routing.Paths;

/// <summary>Writes down what is told of paths.</summary>
internal sealed class PathEvents : IPathObserver
{
    public List<string> Told { get; } = [];

    public List<PathAuthorizationFinding> Skips { get; } = [];

    public void Suspended(PathBlock block) => Told.Add($"suspended {block.Path} for {block.Provider}, {block.Failures}");

    public void Opening(PathBlock block) => Told.Add($"opening {block.Path} for {block.Provider}, step {block.Step}");

    public void Opened(PathBlock block) => Told.Add($"opened {block.Path} for {block.Provider}");

    public void Exhausted(string provider, DateTimeOffset until, IReadOnlyList<PathShut> reasons) => Told.Add($"exhausted {provider}: {string.Join(", ", reasons.Select(one => one.Path))}");

    public void Skipped(PathAuthorizationFinding finding) => Skips.Add(finding);
}
