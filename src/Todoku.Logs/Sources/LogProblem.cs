namespace Todoku.Logs.Sources;

/// <summary>An input that could not be read, or not to its end. Never an exception: the rest is read.</summary>
/// <param name="File">The file.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Detail">The system's words, if any.</param>
public sealed record LogProblem(string File, LogProblemKind Kind, string Detail);
