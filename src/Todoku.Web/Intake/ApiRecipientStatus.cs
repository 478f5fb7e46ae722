namespace Todoku.Web.Intake;

/// <summary>What became of a message for one recipient so far.</summary>
/// <param name="Address">The recipient.</param>
/// <param name="State"><c>waiting</c>, <c>sending</c>, <c>held</c>, or <c>done</c>: delivered, given up or dropped, which the log tells.</param>
/// <param name="Attempts">Attempts that began; null when it is done.</param>
/// <param name="NextAt">When it is tried next; null unless it waits.</param>
/// <param name="Cause">What the last attempt failed for; null when none did.</param>
/// <param name="Reply">What the server said then.</param>
internal sealed record ApiRecipientStatus(string Address, string State, int? Attempts, DateTimeOffset? NextAt, string? Cause, string? Reply);
