namespace Todoku.Relay.Configuration;

/// <summary>The logs.</summary>
public sealed record LogConfiguration
{
    /// <summary>The file of what happens, a JSON line for each attempt and event; null for standard output, which the journal takes.</summary>
    public string? File { get; init; }

    /// <summary>Whether dialogues in which all went well can be shown afterwards too (<c>todoku queue trace</c>); the others always can.</summary>
    /// <value>False.</value>
    public bool KeepsAllTraces { get; init; }
}
