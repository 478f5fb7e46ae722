namespace Todoku.Relay.Intake.Api;

/// <summary>What a message that is handed in by HTTP may hold.</summary>
public sealed record ApiLimits
{
    /// <summary>Octets of the message. <value>50 MiB.</value></summary>
    public long MessageSize { get; init; } = 50 << 20;

    /// <summary>Recipients. <value>1000.</value></summary>
    public int Recipients { get; init; } = 1000;

    /// <summary>Further header fields. <value>50.</value></summary>
    public int Headers { get; init; } = 50;

    /// <summary>Characters of a header field's value, and of an address with its name. <value>2000.</value></summary>
    public int HeaderLength { get; init; } = 2000;

    /// <summary>Attachments. <value>100.</value></summary>
    public int Attachments { get; init; } = 100;
}
