using System.Text;
using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Sendmail;

/// <summary>Addresses as programs of this machine write them: one without a domain is at this machine.</summary>
public static class LocalAddress
{
    // A name that no host has (RFC 2606), to try the form of a local part.
    private const string SomeHost = "host.invalid";

    /// <summary>Whether a text is an address, with a domain or without.</summary>
    public static bool Is(string text) => Qualify(text, SomeHost) is not null;

    /// <summary>The address; null when it is none.</summary>
    /// <param name="text">The address without brackets.</param>
    /// <param name="host">The domain of one that has none.</param>
    public static Mailbox? Qualify(string text, string host)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (MailboxParser.TryParse(Encoding.UTF8.GetBytes(text), out var whole) && whole is { Domain.Length: > 0 }) return whole;
        return MailboxParser.TryParse(Encoding.UTF8.GetBytes($"{text}@{host}"), out var local) ? local : null;
    }
}
