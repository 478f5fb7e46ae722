using System.Net;
using Todoku.Mail;

namespace Todoku.Sandbox.Scenarios;

/// <summary>A provider of a scenario: one server that takes mail.</summary>
/// <param name="Profile">How it judges.</param>
/// <param name="Host">The name of its server, which MX records lead to.</param>
/// <param name="Addresses">Where it listens, one at least.</param>
/// <param name="Domains">The domains whose mail it takes.</param>
/// <param name="Users">The users that there are; empty: all but those whose names begin with <c>unknown</c>.</param>
public sealed record ScenarioProvider(string Profile, DomainName Host, IReadOnlyList<IPAddress> Addresses, IReadOnlyList<DomainName> Domains, IReadOnlyList<string> Users);
