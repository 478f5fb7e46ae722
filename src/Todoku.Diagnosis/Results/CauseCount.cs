using Todoku.Knowledge;

namespace Todoku.Diagnosis;

/// <summary>How many attempts failed by a cause.</summary>
public readonly record struct CauseCount(Cause Cause, long Count);
