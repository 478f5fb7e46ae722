namespace Todoku.Web.Intake;

/// <summary>What became of a message for one recipient so far.</summary>
/// <param name="Address">The recipient.</param>
/// <param name="State">
/// In the queue: <c>waiting</c>, <c>sending</c>, <c>held</c>. Out of it: <c>delivered</c>, <c>bounced</c>, <c>expired</c>, <c>suppressed</c>, <c>dropped</c>, <c>returned</c>, or <c>done</c> where that is
/// not remembered.
/// </param>
/// <param name="Attempts">Attempts that began; null where that is not remembered.</param>
/// <param name="NextAt">When it is tried next; null unless it waits.</param>
/// <param name="EndedAt">When it left the queue or came back; null before.</param>
/// <param name="Cause">What the last attempt failed for; null when none did.</param>
/// <param name="Reply">What the server said last; null before the first attempt ended.</param>
internal sealed record ApiRecipientStatus(string Address, string State, int? Attempts, DateTimeOffset? NextAt, DateTimeOffset? EndedAt, string? Cause, string? Reply);
