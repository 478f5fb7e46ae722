using System.Text;
using Todoku.Mail;

namespace Todoku.Relay.Policy;

/// <summary>
/// Says how domains align, without asking DNS: two domains are of one organisation when the public suffix list says so, or when one lies below the other and
/// the upper one is no public suffix. A receiver that walks the DNS tree may find a smaller organisation where a domain publishes one.
/// </summary>
/// <param name="suffixes">The public suffix list; null when there is none at hand: then only a domain and those below it are of one organisation.</param>
public sealed class AlignmentRule(PublicSuffixList? suffixes)
{
    /// <summary>Compares a domain with that of the From field.</summary>
    public DomainAlignment Between(DomainName? domain, DomainName? author)
    {
        if (domain is null || author is null) return DomainAlignment.Unknown;
        if (domain.Equals(author)) return DomainAlignment.Strict;
        if (suffixes is null) return domain.IsWithin(author) || author.IsWithin(domain) ? DomainAlignment.Relaxed : DomainAlignment.None;
        var (one, other) = (Encoding.ASCII.GetBytes(domain.ToString()), Encoding.ASCII.GetBytes(author.ToString()));
        var isSame = suffixes.TryFindOrganizationalDomain(one, out var first) && suffixes.TryFindOrganizationalDomain(other, out var second) && first.SequenceEqual(second);
        return isSame ? DomainAlignment.Relaxed : DomainAlignment.None;
    }
}
