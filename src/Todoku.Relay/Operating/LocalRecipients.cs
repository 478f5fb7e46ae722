using Todoku.Relay.Intake;
using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Operating;

/// <summary>The recipients of this machine: its postmaster, and the return paths under its domain for bounces.</summary>
/// <param name="hostName">The relay's name.</param>
/// <param name="returnPathDomain">The domain for bounces; null when none come back here.</param>
/// <param name="isReturnPath">Whether an address under that domain is one that the relay made.</param>
internal sealed class LocalRecipients(string hostName, string? returnPathDomain, Func<Mailbox, bool> isReturnPath) : ILocalRecipients
{
    // Each host has to take mail for them (RFC 5321, section 4.5.1; RFC 2142).
    private static readonly string[] Roles = ["postmaster", "abuse", "mailer-daemon"];

    public LocalRecipient Find(Mailbox recipient)
    {
        var isRole = Roles.Contains(recipient.LocalPart, StringComparer.OrdinalIgnoreCase);
        if (recipient.Domain.Length == 0) return LocalRecipient.Mailbox;
        if (Is(recipient, hostName)) return isRole ? LocalRecipient.Mailbox : LocalRecipient.Unknown;
        if (returnPathDomain is null || !Is(recipient, returnPathDomain)) return LocalRecipient.None;
        return isRole ? LocalRecipient.Mailbox : isReturnPath(recipient) ? LocalRecipient.ReturnPath : LocalRecipient.Unknown;
    }

    private static bool Is(Mailbox recipient, string domain) => string.Equals(recipient.Domain, domain, StringComparison.OrdinalIgnoreCase);
}
