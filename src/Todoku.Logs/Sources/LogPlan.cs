namespace Todoku.Logs.Sources;

/// <summary>What will be read. Several chains overlap in time: their lines are merged by time and equal lines counted once.</summary>
public sealed record LogPlan(IReadOnlyList<LogChain> Chains, IReadOnlyList<LogProblem> Problems)
{
    /// <summary>Files without a byte, as rotation leaves them: nothing to read, but the one to follow may be among them.</summary>
    public IReadOnlyList<LogFile> EmptyFiles { get; init; } = [];
}
