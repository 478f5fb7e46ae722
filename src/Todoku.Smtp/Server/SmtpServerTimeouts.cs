namespace Todoku.Smtp.Server;

/// <summary>How long a client may take for each phase of a session. A client that sends an octet now and then does not gain time by it.</summary>
public sealed record SmtpServerTimeouts
{
    /// <summary>From one reply to the end of the next command line (RFC 5321, section 4.5.3.2.7). <value>5 minutes.</value></summary>
    public TimeSpan Command { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>From the greeting to the first command's end: who connects wants to speak. <value>1 minute.</value></summary>
    public TimeSpan FirstCommand { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The TLS handshake. <value>30 seconds.</value></summary>
    public TimeSpan Handshake { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For the next octets of a message (RFC 5321, section 4.5.3.2.5). <value>3 minutes.</value></summary>
    public TimeSpan DataBlock { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>For a whole message, counting only the time spent waiting for the client. <value>30 minutes.</value></summary>
    public TimeSpan Message { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Until the client has read what was said to it. <value>1 minute.</value></summary>
    public TimeSpan Write { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The whole session, looked at between messages. <value>2 hours.</value></summary>
    public TimeSpan Session { get; init; } = TimeSpan.FromHours(2);
}
