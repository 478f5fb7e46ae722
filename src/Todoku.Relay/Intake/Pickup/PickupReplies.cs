using Todoku.Smtp.Replies;

namespace Todoku.Relay.Intake.Pickup;

/// <summary>What is said of mail in the spool folder that no session speaks of.</summary>
internal static class PickupReplies
{
    /// <summary>A recipient that is no address.</summary>
    public static Reply NoAddress { get; } = Reply.Of(553, 1, 3, "This is no address");
}
