namespace Todoku.Logs.Sources;

/// <summary>What will be read. Several chains overlap in time: their lines are merged by time and equal lines counted once.</summary>
public sealed record LogPlan(IReadOnlyList<LogChain> Chains, IReadOnlyList<LogProblem> Problems);
