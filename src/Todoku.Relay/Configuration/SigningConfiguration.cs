using Todoku.Mail;

namespace Todoku.Relay.Configuration;

/// <summary>A DKIM key and the mail that is signed with it. Several for one domain sign together, as RSA and Ed25519 do.</summary>
public sealed record SigningConfiguration
{
    /// <summary>The domains of the From field; empty in a fallback.</summary>
    public IReadOnlyList<DomainName> AuthorDomains { get; init; } = [];

    /// <summary>The domain that signs (d=); null: the domain of the From field itself.</summary>
    public DomainName? SigningDomain { get; init; }

    /// <summary>The selector (s=).</summary>
    public required string Selector { get; init; }

    /// <summary>The file of the private key in PEM.</summary>
    public required string KeyFile { get; init; }

    /// <summary>Whether it signs the mail of all domains that have no key of their own.</summary>
    public bool IsFallback { get; init; }
}
