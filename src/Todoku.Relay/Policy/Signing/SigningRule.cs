using Todoku.Mail;

namespace Todoku.Relay.Policy.Signing;

/// <summary>A key, and whose mail is signed with it.</summary>
/// <param name="Selector"><c>s=</c>.</param>
/// <param name="KeyFile">The file of the private key.</param>
public sealed record SigningRule(string Selector, string KeyFile)
{
    /// <summary>The domains of the From field whose mail it signs, with what lies below them; empty for all.</summary>
    public IReadOnlyList<DomainName> AuthorDomains { get; init; } = [];

    /// <summary><c>d=</c>; null for the domain of the From field.</summary>
    public DomainName? SigningDomain { get; init; }

    /// <summary>
    /// Whether it signs only what no other key does: mail of domains whose DNS can't hold a key. Such a signature says who sent it; it does not count for DMARC
    /// of the From domain.
    /// </summary>
    public bool IsFallback { get; init; }
}
