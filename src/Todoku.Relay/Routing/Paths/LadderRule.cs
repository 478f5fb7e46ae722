using Todoku.Mail;

namespace Todoku.Relay.Routing.Paths;

/// <summary>Which paths the mail of some senders may take, the first first.</summary>
/// <param name="SenderDomains">The domains of the envelope sender or the From field, with what lies below them; empty for all.</param>
/// <param name="Paths">The paths, at least one.</param>
public sealed record LadderRule(IReadOnlyList<DomainName> SenderDomains, IReadOnlyList<RelayPath> Paths)
{
    /// <summary>In place of a provider: mail for this machine.</summary>
    public const string LocalProvider = "local";

    /// <summary>Whether it is for mail of a domain.</summary>
    public bool Covers(DomainName? author, DomainName? sender) =>
        SenderDomains.Count == 0 || SenderDomains.Any(domain => author?.IsWithin(domain) == true || sender?.IsWithin(domain) == true);
}
