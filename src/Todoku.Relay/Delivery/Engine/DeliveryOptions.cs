using Todoku.Smtp.Client;

namespace Todoku.Relay.Delivery.Engine;

/// <summary>How mail is delivered.</summary>
public sealed record DeliveryOptions
{
    /// <summary>The most messages that are being delivered at once, over all providers. <value>500.</value></summary>
    public int Concurrency { get; init; } = 500;

    /// <summary>The most recipients of one message that are handed to one server at once. <value>100: what every server must take (RFC 5321, section 4.5.3.1.8).</value></summary>
    public int Recipients { get; init; } = 100;

    /// <summary>The most servers and addresses that are tried in one attempt. <value>6.</value></summary>
    public int Servers { get; init; } = 6;

    /// <summary>The most paths that are tried in one attempt. <value>8.</value></summary>
    public int Paths { get; init; } = 8;

    /// <summary>How long a connection waits for the next message. <value>2 s.</value></summary>
    public TimeSpan IdleConnection { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>When a sender is told that mail is late; null for never. <value>4 h.</value></summary>
    public TimeSpan? DelayWarning { get; init; } = TimeSpan.FromHours(4);

    /// <summary>The age at which mail that no path is open for is given up. <value>5 days.</value></summary>
    public TimeSpan GiveUpAge { get; init; } = TimeSpan.FromDays(5);

    /// <summary>The time of each step of a dialogue.</summary>
    public SmtpClientTimeouts Timeouts { get; init; } = SmtpClientTimeouts.Standard;

    /// <summary>The most bytes of new messages that are held in memory until they are sent. <value>64 MiB.</value></summary>
    public long Cache { get; init; } = 64 << 20;

    /// <summary>How long a stop waits for what is under way. <value>20 s.</value></summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(20);
}
