using Todoku.Logs.Sources.Following;

namespace Todoku.Logs.Sources;

/// <summary>
/// A plan of which one log is followed once all is read: the plain file that was written to last, from the very byte at which the
/// reading of it ended.
/// </summary>
public sealed class FollowPlan
{
    private readonly CountedFile? _counted;

    /// <param name="plan">What to read first.</param>
    public FollowPlan(LogPlan plan)
    {
        Plan = plan;
        File = plan.Chains.Select(chain => chain.Files[^1]).Concat(plan.EmptyFiles).Where(file => file.FollowPath is not null).MaxBy(file => file.LastWriteUtc);
        if (File is not { FollowPath: { } path } followed) return;
        var counted = _counted = new CountedFile(path);
        var read = new LogFile(followed.Name, followed.LastWriteUtc, followed.Length, () => counted.Open(followed)) { FollowPath = path };
        Plan = plan with { Chains = [.. plan.Chains.Select(chain => new LogChain([.. chain.Files.Select(file => file == followed ? read : file)]))] };
    }

    /// <summary>The plan to read.</summary>
    public LogPlan Plan { get; }

    /// <summary>The log that will be followed; null when nothing of the plan can be.</summary>
    public LogFile? File { get; }

    /// <summary>Begins to follow; to be called when <see cref="Plan"/> has been read.</summary>
    /// <exception cref="InvalidOperationException">There is nothing to follow.</exception>
    public LogFollower Follow(TimeProvider time) => _counted is { } counted
        ? new LogFollower(counted.Path, counted.BytesRead, time, LogFollower.DefaultInterval)
        : throw new InvalidOperationException("nothing of this plan can be followed");
}
