namespace Todoku.Relay.Bounces.ReturnPaths;

/// <summary>The return paths whose bounces come back to the relay.</summary>
public sealed record ReturnPathOptions
{
    /// <summary>Their domain; its MX is this relay.</summary>
    public required string Domain { get; init; }

    /// <summary>The secrets that make them unforgeable, 16 octets or more each: the first makes new ones, all are believed.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> Secrets { get; init; }

    /// <summary>How long after a message was sent its bounces are taken. <value>30 days.</value></summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromDays(30);

    /// <summary>The local part to which providers send complaints (feedback loops). <value>fbl.</value></summary>
    public string ComplaintMailbox { get; init; } = "fbl";
}
