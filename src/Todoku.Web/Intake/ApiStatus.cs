namespace Todoku.Web.Intake;

/// <summary>What became of a message so far.</summary>
/// <param name="Id">Its number.</param>
/// <param name="AcceptedAt">When it was accepted.</param>
/// <param name="Recipients">Its recipients.</param>
internal sealed record ApiStatus(string Id, DateTimeOffset AcceptedAt, IReadOnlyList<ApiRecipientStatus> Recipients);
