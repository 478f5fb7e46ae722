using Todoku.Relay.Routing.Paths;

namespace Todoku.Relay.Delivery.Decisions;

/// <summary>What is known around an attempt when it is decided what follows from it.</summary>
/// <param name="Provider">The receiving provider's id, or the domain where it is not known.</param>
/// <param name="RelayHost">The server's name; empty when none was reached.</param>
/// <param name="RecipientDomain">The recipients' domain.</param>
/// <param name="Path">The path.</param>
public readonly record struct DecisionContext(string Provider, string RelayHost, string RecipientDomain, RelayPath Path);
