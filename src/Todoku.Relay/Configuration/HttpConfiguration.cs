using System.Net;

namespace Todoku.Relay.Configuration;

/// <summary>Mail by HTTP.</summary>
/// <param name="EndPoint">Address and port.</param>
/// <param name="KeysFile">The file of the API keys.</param>
public sealed record HttpConfiguration(IPEndPoint EndPoint, string KeysFile)
{
    /// <summary>The certificate; null for plain HTTP, as behind a web server.</summary>
    public CertificateFiles? Certificate { get; init; }
}
