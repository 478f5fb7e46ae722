using Todoku.Mail;

namespace Todoku.Relay.Configuration;

/// <summary>What becomes of the envelope sender of some mail. A rule fits when everything that it names fits; the null sender stays null whatever rules say.</summary>
public sealed record ReturnPathConfiguration
{
    /// <summary>Who handed it in: user names, addresses of clients, names of API keys; empty for anyone.</summary>
    public IReadOnlyList<string> Submitters { get; init; } = [];

    /// <summary>The domain of the From field, or a domain above it; empty for any.</summary>
    public IReadOnlyList<DomainName> AuthorDomains { get; init; } = [];

    /// <summary>Whether only senders that the host made up fit: <c>www-data@web1</c>.</summary>
    public bool IsHostDerived { get; init; }

    /// <summary>Further hosts whose names make a sender one that the host made up; with a dot before it all hosts below.</summary>
    public IReadOnlyList<string> HostNames { get; init; } = [];

    /// <summary>What is done.</summary>
    public required ReturnPathAction Action { get; init; }

    /// <summary>The local part to set with <see cref="ReturnPathAction.AuthorDomain"/>.</summary>
    public string LocalPart { get; init; } = "";

    /// <summary>Whether it is only said what would be done.</summary>
    public bool IsDryRun { get; init; }
}
