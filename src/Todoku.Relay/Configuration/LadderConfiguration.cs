using Todoku.Mail;

namespace Todoku.Relay.Configuration;

/// <summary>The paths of some mail, the best first.</summary>
/// <param name="SenderDomains">The domains of the envelope sender, with those below them; empty for every domain.</param>
/// <param name="Paths">The names of the paths, at least one, each once.</param>
public sealed record LadderConfiguration(IReadOnlyList<DomainName> SenderDomains, IReadOnlyList<string> Paths);
