using System.Security.Cryptography.X509Certificates;
using Todoku.Mail;

namespace Todoku.Smtp.Client.Tls;

/// <summary>How a session uses TLS.</summary>
public sealed record TlsSettings
{
    /// <summary>What is required.</summary>
    /// <value>Opportunistic.</value>
    public TlsRequirement Requirement { get; init; } = new TlsRequirement.Opportunistic();

    /// <summary>The server's name: asked for in the handshake (SNI), and looked for in its certificate where no names are required.</summary>
    /// <value>None.</value>
    public DomainName? ServerName { get; init; }

    /// <summary>Whether TLS begins with the connection (port 465; RFC 8314, section 3.3) and not by STARTTLS.</summary>
    /// <value>False.</value>
    public bool IsImplicit { get; init; }

    /// <summary>The oldest version that is taken.</summary>
    /// <value>TLS 1.2.</value>
    public TlsVersion MinimumVersion { get; init; } = TlsVersion.Tls12;

    /// <summary>Authorities to trust in place of the system's; for smart hosts with an authority of their own.</summary>
    /// <value>Empty: the system's.</value>
    public IReadOnlyList<X509Certificate2> Authorities { get; init; } = [];
}
