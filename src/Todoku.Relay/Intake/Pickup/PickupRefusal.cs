using Todoku.Smtp.Replies;

namespace Todoku.Relay.Intake.Pickup;

/// <summary>A recipient that mail of the spool folder is not taken for.</summary>
/// <param name="Address">The address as it was given.</param>
/// <param name="Reply">Why.</param>
internal sealed record PickupRefusal(string Address, Reply Reply);
