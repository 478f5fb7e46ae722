namespace Todoku.Smtp.Server.Hosting;

/// <summary>How many sessions are served at once. An idle one costs about 9 KB, under TLS about 20 KB, and 4 KB more while half a line of it is there.</summary>
public sealed record SmtpHostLimits
{
    /// <summary>The most sessions in all; over it 421. <value>10,000.</value></summary>
    public int Connections { get; init; } = 10_000;

    /// <summary>The most sessions of one IPv4 address or one IPv6 /64; over it 421. <value>100.</value></summary>
    public int ConnectionsPerAddress { get; init; } = 100;

    /// <summary>The most sessions of one address of the loopback interface, from where whole servers send their mail. <value>2,000.</value></summary>
    public int ConnectionsFromLoopback { get; init; } = 2000;

    /// <summary>Connections that wait to be taken by the kernel. <value>1,024.</value></summary>
    public int Backlog { get; init; } = 1024;
}
