using System.Net;

namespace Todoku.Smtp.Client.Connecting;

/// <summary>One address of a server, and the address to use towards it.</summary>
/// <param name="Remote">The address and port, or the path of a Unix socket (LMTP).</param>
public sealed record SmtpEndpoint(EndPoint Remote)
{
    /// <summary>The address of this machine to send from; null lets the system choose.</summary>
    public IPAddress? Source { get; init; }
}
