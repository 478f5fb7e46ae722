using Todoku.Mail;
using Todoku.Relay.Policy.ReturnPaths;

namespace Todoku.Relay.Policy;

/// <summary>What the policy does to messages.</summary>
public sealed record MessagePolicyOptions
{
    /// <summary>The relay's name: the right side of a Message-ID that is added, and one of the names by which a sender is known to be made up by the host.</summary>
    public required string HostName { get; init; }

    /// <summary>Further names of this machine, such as the one that the system calls it: the domains of senders that were made up by it.</summary>
    public IReadOnlyList<string> HostNames { get; init; } = [];

    /// <summary>What becomes of envelope senders; the first rule that fits holds, without one they are kept.</summary>
    public IReadOnlyList<ReturnPathRule> ReturnPaths { get; init; } = [];

    /// <summary>The public suffix list, for what is said of alignment; null without.</summary>
    public PublicSuffixList? Suffixes { get; init; }

    /// <summary>The most octets of a header. <value>1 MiB.</value></summary>
    public int MaxHeaderLength { get; init; } = 1 << 20;

    /// <summary>The most fields of a header. <value>2,000.</value></summary>
    public int MaxFields { get; init; } = 2_000;

    /// <summary>With this many Received fields a message is in a loop (RFC 5321, section 6.3, asks for at least 100 to be allowed). <value>100.</value></summary>
    public int MaxReceived { get; init; } = 100;
}
