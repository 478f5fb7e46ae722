namespace Todoku.Web.Control.Contract;

/// <summary>One message of the queue.</summary>
public sealed record MessageAnswer
{
    /// <summary>Its number.</summary>
    public required string Id { get; init; }

    /// <summary>The envelope sender; empty for the null sender.</summary>
    public required string Sender { get; init; }

    /// <summary>The envelope sender as it was handed in; null when no rule changed it.</summary>
    public string? OriginalSender { get; init; }

    /// <summary>The domain of the From field; null when there is no one domain.</summary>
    public string? AuthorDomain { get; init; }

    /// <summary>How it came in: <c>authenticated</c>, <c>client</c>, <c>local</c>, <c>api</c>.</summary>
    public required string SubmitterKind { get; init; }

    /// <summary>User, client address, or name of the API key.</summary>
    public required string Submitter { get; init; }

    /// <summary>When it was accepted.</summary>
    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>Size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The domains that it is signed under.</summary>
    public required IReadOnlyList<string> SigningDomains { get; init; }

    /// <summary>Whether it is bulk by its header.</summary>
    public required bool Bulk { get; init; }

    /// <summary>How many recipients it had; those that are not in <see cref="Entries"/> are settled.</summary>
    public required int Recipients { get; init; }

    /// <summary>The recipients that are still queued.</summary>
    public required IReadOnlyList<QueueLine> Entries { get; init; }
}
