using Todoku.Mail;

namespace Todoku.Relay.Policy.Signing;

/// <summary>A DKIM key and the mail that is signed with it. Several for one domain sign together, as RSA and Ed25519 do (RFC 8463, section 3).</summary>
public sealed record SigningRule
{
    /// <summary>The domains of the From field, those below them included; the longest that fits has its keys used. Empty in a fallback.</summary>
    public IReadOnlyList<DomainName> AuthorDomains { get; init; } = [];

    /// <summary>The domain that signs (d=); null: the one of <see cref="AuthorDomains"/> that fits. Needed in a fallback.</summary>
    public DomainName? SigningDomain { get; init; }

    /// <summary>The selector (s=).</summary>
    public required string Selector { get; init; }

    /// <summary>The file of the private key in PEM.</summary>
    public required string KeyFile { get; init; }

    /// <summary>Whether it signs what no other rule signs.</summary>
    public bool IsFallback { get; init; }
}
