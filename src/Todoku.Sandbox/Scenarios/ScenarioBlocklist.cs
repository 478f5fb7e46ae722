using Todoku.Mail;
using Todoku.Sandbox.World;

namespace Todoku.Sandbox.Scenarios;

/// <summary>A blocklist of a scenario.</summary>
/// <param name="Zone">Its name.</param>
/// <param name="Listed">What it lists at the beginning.</param>
public sealed record ScenarioBlocklist(DomainName Zone, IReadOnlyList<Listing> Listed);
