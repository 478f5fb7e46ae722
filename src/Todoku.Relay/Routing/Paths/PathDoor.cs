namespace Todoku.Relay.Routing.Paths;

/// <summary>Lets messages through to a path, or says why not: block, warm-up, guards. Not for several threads at once: <see cref="PathLadder"/> holds the lock.</summary>
internal sealed class PathDoor(RerouteGuards guards, PathBlocks blocks, PathVolumes volumes)
{
    // When a path that is tested, or waits for a message that may test it, is asked for again.
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(2);

    /// <summary>Why the path is shut to the message; null when it is not. Changes nothing.</summary>
    public PathShut? Look(PathEntry entry, DateTimeOffset now) => ShutBy(blocks.Find(entry.Request.Provider, entry.Path.Name), entry, now) ?? Held(entry, now);

    /// <summary>Lets the message through and counts it, or says why not.</summary>
    /// <param name="entry">The message and the path.</param>
    /// <param name="now">The time.</param>
    /// <param name="isForced">Whether it takes a path that opens though it is not its turn.</param>
    /// <param name="isProbe">Whether it tests the path.</param>
    public PathShut? Enter(PathEntry entry, DateTimeOffset now, bool isForced, out bool isProbe)
    {
        isProbe = false;
        var block = blocks.Find(entry.Request.Provider, entry.Path.Name);
        if ((ShutBy(block, entry, now) ?? Held(entry, now)) is { } shut) return shut;
        if (block is { Block.State: BlockState.Opening } && !isForced && block.Asked++ % ReroutePolicy.Steps[block.Block.Step].OneIn != 0) return Blocked(block, now);
        if (block is not null && block.Block.State != BlockState.Opening)
        {
            isProbe = true;
            (block.Probe, block.ProbeAt) = (entry.Request.Entry, now);
            if (block.Block.State != BlockState.Probing) blocks.Change(block, block.Block with { State = BlockState.Probing });
        }
        volumes.Count(entry.Request.Provider, entry.Path.Name, entry.IsRerouted, 1, now);
        return null;
    }

    private PathShut.Blocked? ShutBy(BlockEntry? block, PathEntry entry, DateTimeOffset now)
    {
        if (block is null) return null;
        if (block.Block.State != BlockState.Opening && !MayProbe(block, entry, now)) return Blocked(block, now);
        // Who refuses the path is no one to ask whether it leads anywhere.
        var own = block.Block.Provider == PathBlock.Everybody ? blocks.FindOwn(entry.Request.Provider, entry.Path.Name) : null;
        return own is { Block.State: not BlockState.Opening } ? Blocked(own, now) : null;
    }

    private static bool MayProbe(BlockEntry block, PathEntry entry, DateTimeOffset now) => block.Block.State switch
    {
        BlockState.Suspended => now >= block.Block.Until && ReroutePolicy.MayProbe(entry.Request, now - block.Block.Until),
        // The same message again: its attempt was held back. Or the message never came back.
        BlockState.Probing => block.Probe == entry.Request.Entry || (now - block.ProbeAt >= ReroutePolicy.ProbeTime && ReroutePolicy.MayProbe(entry.Request, now - block.Block.Until)),
        _ => false,
    };

    private static PathShut.Blocked Blocked(BlockEntry block, DateTimeOffset now) =>
        new(block.Block.Path, block.Block, block.Block.State == BlockState.Suspended && block.Block.Until > now ? block.Block.Until : now + Soon);

    private PathShut? Held(PathEntry entry, DateTimeOffset now)
    {
        var (provider, path) = (entry.Request.Provider, entry.Path.Name);
        if (volumes.AllowedToday(provider, path, now) is { } allowed && volumes.Of(provider, path, now).Today >= allowed) return new PathShut.WarmUp(path, allowed, PathVolumes.NextDay(now));
        if (!entry.IsRerouted) return null;
        if (!Moves(entry.Request.Entry.Message.Value)) return new PathShut.Guarded(path, $"share {guards.Share:0.##}", now + TimeSpan.FromHours(1));
        var most = (int)(guards.MessagesAnHour * (entry.Request.IsBulk ? guards.BulkShare : 1));
        return volumes.Of(provider, path, now).ReroutedThisHour >= most ? new PathShut.Guarded(path, $"{most} messages an hour", PathVolumes.NextHour(now)) : null;
    }

    // The same messages each time. Numbers follow one another: multiplied by a prime they are spread evenly.
    private bool Moves(long message) => guards.Share >= 1 || (uint)((ulong)message * 2_654_435_761 % 10_000) < guards.Share * 10_000;
}
