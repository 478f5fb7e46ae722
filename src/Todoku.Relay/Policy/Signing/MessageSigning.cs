using Todoku.Authentication.Dkim;
using Todoku.Authentication.Signatures;
using Todoku.Mail;

namespace Todoku.Relay.Policy.Signing;

/// <summary>Chooses the keys for a message: all that are for its From domain; where none is, those that sign for everyone else.</summary>
/// <param name="rules">The keys.</param>
/// <param name="keys">Their files.</param>
/// <param name="time">The clock.</param>
public sealed class MessageSigning(IReadOnlyList<SigningRule> rules, SigningKeys keys, TimeProvider time)
{
    /// <summary>The clock.</summary>
    public TimeProvider Time => time;

    /// <summary>The signers of a message, each with its domain; empty when there is no key for it.</summary>
    public IReadOnlyList<(DomainName Domain, DkimSigner Signer)> For(DomainName? author)
    {
        if (rules.Count == 0) return [];
        var chosen = Choose(author, false);
        return chosen.Count > 0 ? chosen : Choose(author, true);
    }

    private List<(DomainName Domain, DkimSigner Signer)> Choose(DomainName? author, bool isFallback)
    {
        var chosen = new List<(DomainName, DkimSigner)>();
        foreach (var rule in rules)
        {
            if (rule.IsFallback != isFallback) continue;
            if (rule.AuthorDomains.Count > 0 && (author is null || !rule.AuthorDomains.Any(author.IsWithin))) continue;
            if ((rule.SigningDomain ?? author) is not { } domain || keys.Find(rule.KeyFile) is not { } key) continue;
            chosen.Add((domain, new DkimSigner(key, new DkimSigningOptions { Domain = domain, Selector = rule.Selector, Oversign = true, BodyCanonicalization = Canonicalization.Relaxed })));
        }
        return chosen;
    }
}
