using Todoku.Relay.Queue;

namespace Todoku.Relay.Intake.Api;

/// <summary>What became of a message that was handed in by HTTP.</summary>
public abstract record ApiOutcome
{
    private ApiOutcome()
    {
    }

    /// <summary>It is in the queue, on the disk.</summary>
    /// <param name="Id">Its number.</param>
    /// <param name="IsRepeated">Whether it was handed in before under the same key; nothing was queued now.</param>
    public sealed record Queued(QueueId Id, bool IsRepeated) : ApiOutcome;

    /// <summary>Nothing of it is kept.</summary>
    /// <param name="Problem">Why.</param>
    public sealed record Refused(ApiProblem Problem) : ApiOutcome;
}
