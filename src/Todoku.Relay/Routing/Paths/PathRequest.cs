using Todoku.Mail;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Routing.Paths;

/// <summary>What is to be known of a message to choose its path.</summary>
public sealed record PathRequest
{
    /// <summary>The entry (its first recipient).</summary>
    public required EntryId Entry { get; init; }

    /// <summary>The receiving provider's id, or the domain where the provider is not known.</summary>
    public required string Provider { get; init; }

    /// <summary>The recipients' domain.</summary>
    public required DomainName RecipientDomain { get; init; }

    /// <summary>The domain of the envelope sender; null for the null sender.</summary>
    public DomainName? SenderDomain { get; init; }

    /// <summary>The domain of the From field; null when there is no one domain.</summary>
    public DomainName? AuthorDomain { get; init; }

    /// <summary>The domains (d=) that the message is signed under.</summary>
    public IReadOnlyList<string> SigningDomains { get; init; } = [];

    /// <summary>Whether it is bulk.</summary>
    public bool IsBulk { get; init; }

    /// <summary>Size in bytes.</summary>
    public long Size { get; init; }

    /// <summary>How many recipients go along.</summary>
    public int Recipients { get; init; } = 1;

    /// <summary>The paths that this message was tried by just now, so that the next comes.</summary>
    public IReadOnlyList<string> Tried { get; init; } = [];
}
