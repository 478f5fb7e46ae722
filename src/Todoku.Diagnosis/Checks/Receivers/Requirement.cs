namespace Todoku.Diagnosis.Checks.Receivers;

/// <summary>Something that a receiver asks of senders.</summary>
/// <param name="Name">Its short name in the words of the standards; the same in all languages.</param>
/// <param name="BulkOnly">Whether only senders of much mail must meet it.</param>
/// <param name="Points">The points that tell how it stands, each with those named after it (<c>spf</c>: also <c>spf-...</c>); none: not known from here.</param>
public sealed record Requirement(string Name, bool BulkOnly, params IReadOnlyList<string> Points)
{
    /// <summary>Whether one point that is well is enough; else all must be.</summary>
    public bool AnyIsEnough { get; init; }

    /// <summary>Whether a warning of a point means that it is not met; else it is met for now.</summary>
    public bool WarningsAreOpen { get; init; }

    /// <summary>Whether the points that are named after a point (<c>dmarc-...</c>) count for nothing.</summary>
    public bool OnlyItself { get; init; }
}
