namespace Todoku.Web.Control.Contract;

/// <summary>Why a message is still in the queue.</summary>
/// <param name="Entries">Its recipients that are.</param>
public sealed record WhyAnswer(IReadOnlyList<WhyLine> Entries);
