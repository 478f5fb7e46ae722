namespace Todoku.Relay.Routing.Paths;

/// <summary>When one cause suspends a path, and for how long.</summary>
/// <param name="Count">After how many in a row.</param>
/// <param name="Providers">At how many providers at least.</param>
/// <param name="Span">Over how much time at least.</param>
/// <param name="First">The first suspension; each failed probe doubles it.</param>
/// <param name="Longest">The longest suspension.</param>
/// <param name="IsForEverybody">Whether the path is suspended for all providers.</param>
public readonly record struct RerouteRule(int Count, int Providers, TimeSpan Span, TimeSpan First, TimeSpan Longest, bool IsForEverybody);
