using Todoku.Mail;

namespace Todoku.Authentication.Arc;

/// <summary>How messages are sealed.</summary>
public sealed record ArcSealingOptions
{
    /// <summary><c>d=</c>.</summary>
    public required DomainName Domain { get; init; }

    /// <summary><c>s=</c>.</summary>
    public required string Selector { get; init; }

    /// <summary>Whose Authentication-Results are sealed: the authserv-id of the sealing server (RFC 8601, section 2.5).</summary>
    public required string AuthservId { get; init; }

    /// <summary>The names of the fields that the message signature covers; empty for the usual ones that the message has.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];
}
