using Todoku.Knowledge;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.Routing.Paths;

namespace Todoku.Relay.Queue.Why;

/// <summary>One thing that an entry of the queue waits for.</summary>
public abstract record WaitReason
{
    private WaitReason()
    {
    }

    /// <summary>Until when, as far as is known; null when it is not.</summary>
    public virtual DateTimeOffset? Until => null;

    /// <summary>It is being sent now.</summary>
    public sealed record Sending : WaitReason;

    /// <summary>It is held until somebody releases it.</summary>
    public sealed record Held : WaitReason;

    /// <summary>The queue can't be written, so that nothing is sent.</summary>
    /// <param name="Fault">Why it can't.</param>
    public sealed record NotWritable(StorageFault Fault) : WaitReason;

    /// <summary>The provider refuses what comes by a path.</summary>
    /// <param name="Block">The block, with the reply.</param>
    public sealed record PathBlocked(PathBlock Block) : WaitReason
    {
        /// <inheritdoc/>
        public override DateTimeOffset? Until => Block.Until;
    }

    /// <summary>The last attempt failed; the next one has its time.</summary>
    /// <param name="Cause">What for.</param>
    /// <param name="NextAt">When the next one is.</param>
    public sealed record RetryLater(Cause Cause, DateTimeOffset NextAt) : WaitReason
    {
        /// <inheritdoc/>
        public override DateTimeOffset? Until => NextAt;
    }

    /// <summary>A limit on what the provider is sent at a time holds it back.</summary>
    /// <param name="Path">By which path.</param>
    /// <param name="Limit">The limit, in English: "connections 20", "rate 100/h".</param>
    /// <param name="PausedUntil">Until when nothing of the lane is sent by the path; null when that hangs on a message being done.</param>
    public sealed record Limited(string Path, string Limit, DateTimeOffset? PausedUntil) : WaitReason
    {
        /// <inheritdoc/>
        public override DateTimeOffset? Until => PausedUntil;
    }

    /// <summary>Nothing of its lane is sent for a while by the path that it is to go by.</summary>
    /// <param name="Path">The path.</param>
    /// <param name="At">When it goes on.</param>
    public sealed record PathPaused(string Path, DateTimeOffset At) : WaitReason
    {
        /// <inheritdoc/>
        public override DateTimeOffset? Until => At;
    }

    /// <summary>It waits for its turn.</summary>
    /// <param name="Due">Entries of the lane that are due, this one among them.</param>
    /// <param name="BeingSent">Entries of the lane that are being sent.</param>
    public sealed record Turn(int Due, int BeingSent) : WaitReason;
}
