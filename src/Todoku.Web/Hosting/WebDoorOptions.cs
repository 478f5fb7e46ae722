using System.Net.Security;

namespace Todoku.Web.Hosting;

/// <summary>What one HTTP door takes at the most.</summary>
public sealed record WebDoorOptions
{
    /// <summary>Connections at once; further ones are closed. <value>200.</value></summary>
    public int Connections { get; init; } = 200;

    /// <summary>Octets of a body. <value>64 KiB.</value></summary>
    public long BodySize { get; init; } = 64 << 10;

    /// <summary>Octets of a request line. <value>8 KiB.</value></summary>
    public int RequestLineSize { get; init; } = 8 << 10;

    /// <summary>Header fields of a request. <value>64.</value></summary>
    public int HeaderFields { get; init; } = 64;

    /// <summary>Octets of a request's header. <value>16 KiB.</value></summary>
    public int HeaderSize { get; init; } = 16 << 10;

    /// <summary>How long a connection may say nothing between requests. <value>1 minute.</value></summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a request's header may take. <value>15 seconds.</value></summary>
    public TimeSpan HeaderTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Gives what TLS begins with now; null for plain HTTP.</summary>
    public Func<SslServerAuthenticationOptions>? Tls { get; init; }
}
