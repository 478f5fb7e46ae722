using Todoku.Knowledge;

namespace Todoku.Relay.Bounces;

/// <summary>How notices to senders are written.</summary>
public sealed record NoticeOptions
{
    /// <summary>The relay's name, as Reporting-MTA and the sender of the notices say it.</summary>
    public required string HostName { get; init; }

    /// <summary>Whom senders are told to ask; null for <c>postmaster</c> at <see cref="HostName"/>.</summary>
    public string? Postmaster { get; init; }

    /// <summary>The language of a notice where the message does not tell its own. <value>English.</value></summary>
    public Language Language { get; init; } = Language.English;

    /// <summary>Up to this many octets a message is given back whole, where its sender wants that (RET=FULL). <value>64 KiB.</value></summary>
    public int ReturnedSize { get; init; } = 64 << 10;

    /// <summary>Whether a message is given back whole where its sender did not say (no RET); else its header is. <value>false.</value></summary>
    public bool ReturnsWhole { get; init; }

    /// <summary>
    /// The domain of return paths that this relay receives bounces for; null without. A sender that was rewritten to it is a machine's address: notices of our own go
    /// to the sender that was handed in.
    /// </summary>
    public string? ReturnPathDomain { get; init; }

    /// <summary>Who gets a copy of notices that have no one to go to, since the message came from the null sender; null for nobody. <value>null.</value></summary>
    public string? DoubleBounces { get; init; }
}
