namespace Todoku.Relay.Routing.Paths;

/// <summary>One message before one path.</summary>
/// <param name="Path">The path.</param>
/// <param name="Request">The message.</param>
/// <param name="IsRerouted">Whether a path that comes before was refused for it.</param>
internal sealed record PathEntry(RelayPath Path, PathRequest Request, bool IsRerouted);
