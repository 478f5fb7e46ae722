using Todoku.Mail;

namespace Todoku.Relay.Policy.ReturnPaths;

/// <summary>One rule for the envelope sender. All its conditions must hold.</summary>
/// <param name="Action">What it does.</param>
public sealed record ReturnPathRule(ReturnPathAction Action)
{
    /// <summary>The submitters that it is for; empty for all.</summary>
    public IReadOnlyList<string> Submitters { get; init; } = [];

    /// <summary>The domains of the From field that it is for, with what lies below them; empty for all.</summary>
    public IReadOnlyList<DomainName> AuthorDomains { get; init; } = [];

    /// <summary>Whether it is only for senders that a host made up of its own name (<c>www-data@web1.example.net</c>).</summary>
    public bool IsHostDerived { get; init; }

    /// <summary>The local part of the new address, for <see cref="ReturnPathAction.AuthorDomain"/>.</summary>
    public string LocalPart { get; init; } = "bounce";

    /// <summary>The domain for bounces, for <see cref="ReturnPathAction.Verp"/>.</summary>
    public string VerpDomain { get; init; } = "";

    /// <summary>Whether it only says what it would do.</summary>
    public bool IsDryRun { get; init; }
}
