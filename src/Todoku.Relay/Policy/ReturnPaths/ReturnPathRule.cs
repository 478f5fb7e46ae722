using Todoku.Mail;

namespace Todoku.Relay.Policy.ReturnPaths;

/// <summary>What becomes of the envelope sender of some mail. A rule fits when everything that it names fits.</summary>
public sealed record ReturnPathRule
{
    /// <summary>What it is called where it is shown.</summary>
    public required string Name { get; init; }

    /// <summary>Who handed the mail in: user names, names of API keys, addresses or networks of clients (<c>192.0.2.0/24</c>); empty for anyone.</summary>
    public IReadOnlyList<string> Submitters { get; init; } = [];

    /// <summary>The domain of the From field, or a domain above it; empty for any, also for none.</summary>
    public IReadOnlyList<DomainName> AuthorDomains { get; init; } = [];

    /// <summary>Which senders it is for.</summary>
    public SenderCondition Senders { get; init; }

    /// <summary>Further hosts whose own names make a sender one that the host made up; only asked for <see cref="SenderCondition.HostDerived"/>.</summary>
    public HostNameList HostNames { get; init; } = HostNameList.None;

    /// <summary>What is done.</summary>
    public required ReturnPathTarget Target { get; init; }

    /// <summary>Whether it is only said what would be done. The rules behind it are not tried.</summary>
    public bool IsDryRun { get; init; }
}
