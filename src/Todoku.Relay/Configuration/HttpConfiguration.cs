using System.Net;

namespace Todoku.Relay.Configuration;

/// <summary>Mail by HTTP.</summary>
/// <param name="EndPoint">Address and port.</param>
/// <param name="KeysFile">The file of the API keys.</param>
public sealed record HttpConfiguration(IPEndPoint EndPoint, string KeysFile)
{
    /// <summary>The certificate; null for plain HTTP, as behind a web server.</summary>
    public CertificateFiles? Certificate { get; init; }

    /// <summary>How long after a delivery ended its outcome can be asked for; zero for not at all. <value>7 days.</value></summary>
    public TimeSpan StatusTime { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The most outcomes that are kept, one for each recipient; then the oldest are forgotten. <value>500,000: some 150 MB.</value></summary>
    public int StatusRecipients { get; init; } = 500_000;
}
