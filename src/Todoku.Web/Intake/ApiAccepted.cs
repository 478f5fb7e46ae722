namespace Todoku.Web.Intake;

/// <summary>A message is in the queue.</summary>
/// <param name="Id">Its number.</param>
/// <param name="StatusUrl">Where to ask what became of it.</param>
/// <param name="Repeated">Whether it was handed in before under the same Idempotency-Key; nothing was queued now.</param>
internal sealed record ApiAccepted(string Id, string StatusUrl, bool Repeated);
