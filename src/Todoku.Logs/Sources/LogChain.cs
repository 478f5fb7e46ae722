namespace Todoku.Logs.Sources;

/// <summary>Files that follow each other in time without overlap (a rotated set), oldest first.</summary>
public sealed record LogChain(IReadOnlyList<LogFile> Files);
