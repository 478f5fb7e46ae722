namespace Todoku.Web.Control.Contract;

/// <summary>One line of a dialogue.</summary>
/// <param name="At">When.</param>
/// <param name="Side"><c>client</c>, <c>server</c>, <c>event</c>.</param>
/// <param name="Text">What: printable ASCII; secrets are masked.</param>
public sealed record TraceLine(DateTimeOffset At, string Side, string Text);
