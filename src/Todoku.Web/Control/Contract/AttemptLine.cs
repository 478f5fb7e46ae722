namespace Todoku.Web.Control.Contract;

/// <summary>How the last attempt for an entry ended.</summary>
/// <param name="At">When.</param>
/// <param name="Path">By which path; empty when none was open.</param>
/// <param name="Cause">What the reply means (docs/causes.md).</param>
/// <param name="Stage">Where in the dialogue.</param>
/// <param name="Reply">The reply, as the server wrote it: to be escaped wherever it is shown.</param>
public sealed record AttemptLine(DateTimeOffset At, string Path, string Cause, string Stage, string Reply);
