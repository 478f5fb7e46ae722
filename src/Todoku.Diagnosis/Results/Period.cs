namespace Todoku.Diagnosis;

/// <summary>A stretch of time, both ends included, in the offset in which the log was written.</summary>
public readonly record struct Period(DateTimeOffset From, DateTimeOffset To);
