using System.Text;
using Todoku.Mail;
using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Bounces.Suppression;

/// <summary>
/// The one form in which an address stands on the list: small letters, the domain in its ASCII form, a local part without needless quotes. A local part's case is
/// its host's business by the standard (RFC 5321, section 2.4), but no provider of today tells two mailboxes apart by it.
/// </summary>
public static class SuppressionKey
{
    private const int MaxLength = 320;

    /// <summary>The form of an address; null when it is none.</summary>
    public static string? Of(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var text = address.Trim();
        if (text.StartsWith('<') && text.EndsWith('>')) text = text[1..^1];
        if (text.Length > MaxLength || !MailboxParser.TryParse(Encoding.UTF8.GetBytes(text), out var mailbox) || mailbox!.Domain.Length == 0) return null;
        var at = mailbox.ToString().LastIndexOf('@');
        return $"{mailbox.ToString()[..at].ToLowerInvariant()}@{DomainOf(mailbox.Domain)}";
    }

    /// <summary>The form of an author domain.</summary>
    public static string DomainOf(string domain) => DomainName.TryParse(domain, out var name) ? name.ToString() : domain.ToLowerInvariant();
}
