using System.Net;
using Todoku.Mail;
using Todoku.Smtp.Client.Authentication;
using Todoku.Smtp.Client.Tls;

namespace Todoku.Relay.Routing.Paths;

/// <summary>A way out of the relay.</summary>
/// <param name="Name">Its name in the configuration; what blocks, records and figures call it.</param>
public abstract record RelayPath(string Name)
{
    /// <summary>To the servers of the recipient's domain, from an address of this machine.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="HelloName">The name said in EHLO; must match the PTR of the addresses.</param>
    public sealed record Direct(string Name, string HelloName) : RelayPath(Name)
    {
        /// <summary>The IPv4 address to send from; null lets the system choose.</summary>
        public IPAddress? SourceIPv4 { get; init; }

        /// <summary>The IPv6 address to send from; null lets the system choose.</summary>
        public IPAddress? SourceIPv6 { get; init; }

        /// <summary>Whether IPv4 is used.</summary>
        public bool UsesIPv4 { get; init; } = true;

        /// <summary>Whether IPv6 is used.</summary>
        public bool UsesIPv6 { get; init; } = true;

        /// <summary>The addresses that receivers see, where they are not this machine's own (behind NAT); empty: those that it sends from.</summary>
        public IReadOnlyList<IPAddress> SendingAddresses { get; init; } = [];

        /// <summary>The port at the recipient's servers; another than 25 is for tests and labs.</summary>
        public int Port { get; init; } = 25;
    }

    /// <summary>By another mail server that takes all our mail: a provider's smart host, another Todoku.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Host">Its host name or address.</param>
    /// <param name="Port">Its port.</param>
    /// <param name="HelloName">The name said in EHLO.</param>
    public sealed record SmartHost(string Name, string Host, int Port, string HelloName) : RelayPath(Name)
    {
        /// <summary>User and password; null without.</summary>
        public SmtpCredentials? Credentials { get; init; }

        /// <summary>What TLS it must have.</summary>
        public TlsRequirement Tls { get; init; } = new TlsRequirement.Opportunistic();

        /// <summary>Whether TLS begins with the connection (port 465).</summary>
        public bool HasImplicitTls { get; init; }

        /// <summary>The address to send from; null lets the system choose.</summary>
        public IPAddress? Source { get; init; }

        /// <summary>The addresses that its mail leaves from, for the check of SPF; empty when only its SPF name is known.</summary>
        public IReadOnlyList<IPAddress> SendingAddresses { get; init; } = [];

        /// <summary>The name to include in SPF for it (<c>spf.smarthost.example</c>); null when there is none.</summary>
        public DomainName? SpfName { get; init; }
    }

    /// <summary>Into a maildir on this machine.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Folder">The maildir.</param>
    public sealed record Maildir(string Name, string Folder) : RelayPath(Name);
}
