using Todoku.Mail;
using Todoku.Relay.Intake;
using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Policy.ReturnPaths;

/// <summary>
/// Tells senders that a host made up for a program that gave none. A mailbox at such an address is nobody's, and a domain that is a server's own aligns with no
/// customer's From field (RFC 9989).
/// </summary>
/// <remarks>
/// <code>
/// no domain, an address literal                           made up
/// localhost, localdomain, below either                    made up
/// a name of this machine, or the first label of one       made up
/// on the rule's list of host names                        made up
/// the name of the host that handed it in, as it said      made up, unless it is the very domain of From: a mail server may be
/// in EHLO or as a trusted proxy gave it (XCLIENT NAME)    called as the domain that it sends for, and info@ is then a mailbox
/// </code>
/// What a client says in EHLO counts here because only those whose mail is relayed are asked: it changes nobody's sender but their own.
/// </remarks>
internal sealed class HostDerivedSender
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public HostDerivedSender(IEnumerable<string> hostNames)
    {
        foreach (var name in hostNames)
        {
            if (name.Length == 0) continue;
            _names.Add(name.TrimEnd('.'));
            _names.Add(name.Split('.')[0]);
        }
    }

    /// <summary>Whether a sender is one, and why.</summary>
    /// <param name="sender">The sender.</param>
    /// <param name="submission">Who handed the mail in.</param>
    /// <param name="author">The domain of the From field; null when there is no one domain.</param>
    /// <param name="listed">The hosts that the rule lists.</param>
    public HostDerivation Of(Mailbox sender, Submission submission, DomainName? author, HostNameList listed)
    {
        var domain = sender.Domain;
        if (domain.Length == 0 || sender.IsAddressLiteral) return HostDerivation.NoDomain;
        if (IsLocal(domain)) return HostDerivation.LocalName;
        if (_names.Contains(domain)) return HostDerivation.ThisHost;
        if (listed.Holds(domain)) return HostDerivation.ListedHost;
        var isClient = IsName(submission.ClientHelloName, domain) || IsName(submission.ClientHostName, domain);
        return isClient && !string.Equals(author?.ToString(), domain, StringComparison.OrdinalIgnoreCase) ? HostDerivation.ClientHost : HostDerivation.None;
    }

    private static bool IsLocal(string domain) =>
        domain is "localhost" or "localdomain" || domain.EndsWith(".localhost", StringComparison.Ordinal) || domain.EndsWith(".localdomain", StringComparison.Ordinal);

    private static bool IsName(string? name, string domain) => name is not null && string.Equals(name.TrimEnd('.'), domain, StringComparison.OrdinalIgnoreCase);
}
