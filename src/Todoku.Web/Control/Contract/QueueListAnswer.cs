namespace Todoku.Web.Control.Contract;

/// <summary>A page of the queue.</summary>
/// <param name="Entries">The entries, by number.</param>
/// <param name="Next">What to give as <c>after</c> for the next page; null when there is none. A page may be empty though more follow.</param>
public sealed record QueueListAnswer(IReadOnlyList<QueueLine> Entries, string? Next);
