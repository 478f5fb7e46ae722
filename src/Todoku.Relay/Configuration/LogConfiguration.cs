namespace Todoku.Relay.Configuration;

/// <summary>The logs.</summary>
public sealed record LogConfiguration
{
    /// <summary>The file of what happens, a JSON line for each attempt and event; null for standard output, which the journal takes.</summary>
    public string? File { get; init; }

    /// <summary>Whether each session's dialogue can be shown afterwards (<c>todoku queue trace</c>).</summary>
    /// <value>True.</value>
    public bool KeepsTraces { get; init; } = true;
}
