using System.Security.Cryptography.X509Certificates;

namespace Todoku.Authentication.MtaSts;

/// <summary>How policies are fetched, where that is not as senders do it. For tests alone, which have no public address and no certificate that the world trusts.</summary>
internal sealed record PolicyTransport
{
    /// <summary>The port of the web server. <value>Default: 443.</value></summary>
    public int Port { get; init; } = 443;

    /// <summary>The certificates that are trusted; null: those of the system.</summary>
    public X509Certificate2Collection? TrustAnchors { get; init; }

    /// <summary>Whether addresses of inner networks are connected to.</summary>
    public bool TakesInnerAddresses { get; init; }
}
