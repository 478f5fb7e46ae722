namespace Todoku.Web.Control.Contract;

/// <summary>The dialogues in which a message was offered, as far as they are remembered.</summary>
/// <param name="Sessions">The dialogues, the oldest first.</param>
/// <param name="KeepsAll">Whether those in which all went well are remembered too (<c>[log] traces</c>).</param>
public sealed record TraceAnswer(IReadOnlyList<TraceSession> Sessions, bool KeepsAll);
