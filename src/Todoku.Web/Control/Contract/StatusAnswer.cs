namespace Todoku.Web.Control.Contract;

/// <summary>How the relay stands.</summary>
public sealed record StatusAnswer
{
    /// <summary>The relay's name.</summary>
    public required string HostName { get; init; }

    /// <summary>Where SMTP is spoken.</summary>
    public required IReadOnlyList<string> Listening { get; init; }

    /// <summary>Entries in the queue.</summary>
    public required int Queued { get; init; }

    /// <summary>What keeps the queue from being written; null when nothing does.</summary>
    public string? QueueFault { get; init; }
}
