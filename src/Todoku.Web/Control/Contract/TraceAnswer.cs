namespace Todoku.Web.Control.Contract;

/// <summary>The sessions in which a message was offered, as far as they are remembered.</summary>
/// <param name="Sessions">The sessions, the oldest first.</param>
/// <param name="IsOn">Whether sessions are remembered at all (<c>[log] traces</c>).</param>
public sealed record TraceAnswer(IReadOnlyList<TraceSession> Sessions, bool IsOn);
