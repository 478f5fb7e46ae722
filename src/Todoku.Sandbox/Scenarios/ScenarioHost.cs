using System.Net;
using Todoku.Mail;

namespace Todoku.Sandbox.Scenarios;

/// <summary>A host of a scenario that sends mail.</summary>
/// <param name="Address">Its address in the world.</param>
/// <param name="Name">Its name, which its PTR record says; null: it has none.</param>
/// <param name="From">The address of this machine that it connects from; null: its own.</param>
/// <param name="HasForward">Whether its name has its address (forward-confirmed reverse DNS).</param>
/// <param name="Reputation">What providers think of its address at the beginning, 0 to 100; null: what they think of any new one.</param>
public sealed record ScenarioHost(IPAddress Address, DomainName? Name, IPAddress? From, bool HasForward, int? Reputation);
