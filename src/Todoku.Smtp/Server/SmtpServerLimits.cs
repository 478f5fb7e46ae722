namespace Todoku.Smtp.Server;

/// <summary>What a client may ask for. Each limit has its own reply, and none is ever answered with a promise that is not kept.</summary>
public sealed record SmtpServerLimits
{
    /// <summary>The most octets of a message; over it 552. <value>50 MiB.</value></summary>
    public long MessageSize { get; init; } = 50 << 20;

    /// <summary>The most recipients of a message; over it 452, so that the client sends another one (RFC 5321, section 4.5.3.1.10). <value>1,000; at least 100.</value></summary>
    public int Recipients { get; init; } = 1000;

    /// <summary>The most octets of a command line with its CRLF; over it 500. RFC 5321 wants 512, extensions add to it, RFC 3461 alone 500. <value>2,048.</value></summary>
    public int CommandLine { get; init; } = 2048;

    /// <summary>The most commands from one message to the next; over it 421. <value>2,500.</value></summary>
    public int CommandsPerMessage { get; init; } = 2500;

    /// <summary>The most commands that do nothing (NOOP, RSET, VRFY, EHLO ...) from one message to the next; over it 421. <value>200.</value></summary>
    public int IdleCommands { get; init; } = 200;

    /// <summary>The most refused commands from one message to the next; over it 421. <value>25.</value></summary>
    public int Errors { get; init; } = 25;

    /// <summary>The most wrong passwords of a session; with the last one 421. <value>3.</value></summary>
    public int PasswordFailures { get; init; } = 3;

    /// <summary>The most messages of a session; after them 421, and the client connects again. <value>10,000.</value></summary>
    public int Messages { get; init; } = 10_000;

    /// <summary>The most Received fields of a message; over it 554, since it goes round in a circle (RFC 5321, section 6.3). <value>100.</value></summary>
    public int ReceivedFields { get; init; } = 100;

    /// <summary>The most octets of a refused message that are read over, so that the client hears why; over it the connection closes. <value>10 MiB.</value></summary>
    public long RefusedOctets { get; init; } = 10 << 20;
}
