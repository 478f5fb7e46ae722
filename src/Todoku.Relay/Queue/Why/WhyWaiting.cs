using Todoku.Knowledge;
using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Delivery.Shaping;
using Todoku.Relay.Queue.Lanes;
using Todoku.Relay.Queue.Queries;
using Todoku.Relay.Routing.Paths;

namespace Todoku.Relay.Queue.Why;

/// <summary>
/// Finds what an entry waits for.
/// </summary>
/// <remarks>
/// <code>
/// what is seen                                             reason
/// it is leased                                             sending, and nothing else
/// it is held                                               held, and nothing else
/// the queue can't be written                               not-writable
/// it is due later, its last attempt failed for a path,     path-blocked (each block of its provider that holds mail back)
///   or waited for one, and the provider blocks a path
/// it is due later                                          retry-later
/// it is due, and waits for a path whose limit binds        limited
/// it is due, and waits for a path                          path-paused
/// it is due, and the limit of a path binds that no         limited
///   other mail of its lane waits for
/// otherwise                                                turn
/// </code>
/// </remarks>
/// <param name="queue">The queue.</param>
/// <param name="paths">The paths; null when the relay does not run.</param>
/// <param name="shaper">The limits; null when the relay does not run.</param>
/// <param name="giveUpAge">The age at which mail is given up.</param>
public sealed class WhyWaiting(DeliveryQueue queue, PathLadder? paths, Shaper? shaper, TimeSpan giveUpAge)
{
    /// <summary>What an entry waits for.</summary>
    public EntryWhy Of(QueueItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var lane = item.Entry.Stored.Lane;
        var counts = queue.Lanes().FirstOrDefault(one => one.Lane == lane);
        var known = paths?.List().Where(one => one.Provider == PathBlock.Everybody || lane.IsOf(one.Provider)).ToList() ?? [];
        var limits = shaper?.List().Where(one => one.Provider == ShapeStatus.Everybody || lane.IsOf(one.Provider)).ToList() ?? [];
        return new EntryWhy(item, [.. Reasons(item, counts, known, limits)], counts, known, limits, item.Envelope.AcceptedAt + giveUpAge);
    }

    private List<WaitReason> Reasons(QueueItem item, LaneCounts? lane, List<PathStatus> known, List<ShapeStatus> limits)
    {
        var (stored, last) = (item.Entry.Stored, item.Entry.LastAttempt);
        if (stored.State == EntryState.Leased) return [new WaitReason.Sending()];
        if (stored.State == EntryState.Held) return [new WaitReason.Held()];
        var reasons = new List<WaitReason>();
        if (queue.Health is { IsWritable: false, Fault: { } fault }) reasons.Add(new WaitReason.NotWritable(fault));
        if (stored.Due > queue.Now.ToUnixTimeMilliseconds())
        {
            // Without a path no attempt was made: none was open.
            var isOfPath = last is not null && (last.Path.Length == 0 || PathCauses.Contains(last.Cause));
            if (isOfPath) reasons.AddRange(known.Where(one => one.Block is { State: not BlockState.Opening }).Select(one => new WaitReason.PathBlocked(one.Block!)));
            reasons.Add(new WaitReason.RetryLater(last?.Cause ?? stored.LastCause ?? Cause.Unknown, DateTimeOffset.FromUnixTimeMilliseconds(stored.Due)));
            return reasons;
        }
        var held = queue.WaitsFor(stored.Id);
        // A path that others wait for and this one does not is not its own, as far as is known.
        var binding = held is not null
            ? limits.Find(one => one.Binds is not null && one.Path == held.Path)
            : limits.Find(one => one.Binds is not null && lane?.HeldPaths.Any(other => other.Path == one.Path) != true);
        if (binding is not null) reasons.Add(new WaitReason.Limited(binding.Path, binding.Binds!, held?.Until ?? binding.BacksOffUntil));
        else if (held is not null) reasons.Add(new WaitReason.PathPaused(held.Path, held.Until));
        reasons.Add(new WaitReason.Turn(lane?.Due ?? 0, lane?.Leased ?? 0));
        return reasons;
    }
}
