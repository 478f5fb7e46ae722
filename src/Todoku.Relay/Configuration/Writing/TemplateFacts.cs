using System.Net;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Relay.Configuration.Writing;

/// <summary>What a first configuration is written with: what could be found out of this machine. Null and empty are "not found".</summary>
public sealed record TemplateFacts
{
    /// <summary>The language of comments and notices.</summary>
    public Language Language { get; init; }

    /// <summary>The name of the host.</summary>
    public DomainName? HostName { get; init; }

    /// <summary>Who is told what nobody else can be told.</summary>
    public string? Postmaster { get; init; }

    /// <summary>The port on the loopback interface where local programs hand mail in: 25, or another when that is taken.</summary>
    public int Port { get; init; } = 25;

    /// <summary>Whether the machine has IPv6 on its loopback interface.</summary>
    public bool HasIPv6 { get; init; } = true;

    /// <summary>Networks that the mail server of this host trusts, beyond the machine itself.</summary>
    public IReadOnlyList<IPNetwork> TrustedNetworks { get; init; } = [];

    /// <summary>A certificate for the host name.</summary>
    public CertificateFiles? Certificate { get; init; }

    /// <summary>The address that mail leaves from by IPv4, when it is this machine's own.</summary>
    public IPAddress? SourceIPv4 { get; init; }

    /// <summary>The same by IPv6.</summary>
    public IPAddress? SourceIPv6 { get; init; }

    /// <summary>Whether IPv6 is used for sending: mail from an address without a reverse name is refused, so not without one.</summary>
    public bool UsesIPv6 { get; init; } = true;

    /// <summary>The server that all mail of this host goes out through now.</summary>
    public string? SmartHost { get; init; }

    /// <summary>The port of <see cref="SmartHost"/>.</summary>
    public int SmartHostPort { get; init; } = 587;

    /// <summary>Keys that a signer of this host uses now.</summary>
    public IReadOnlyList<SigningConfiguration> Signing { get; init; } = [];
}
