using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Delivery.Decisions;

namespace Todoku.Relay.Routing.Paths;

/// <summary>Learns from attempts: suspends paths, and opens them again (<see cref="ReroutePolicy"/>). Not for several threads at once: <see cref="PathLadder"/> holds the lock.</summary>
/// <remarks>
/// <code>
/// the path is     the attempt                              then
/// open            refused by a cause of the path           suspended
/// open            no connection, or slowed down            suspended when the rule of the cause is fulfilled
/// suspended       (ended late, begun before)               nothing
/// probing         the probe was taken                      opening, first step
/// probing         the probe was refused by a path cause    suspended, twice as long
/// probing         the probe told nothing of the path       suspended, for a short time
/// opening         taken                                    next step after some, then open
/// opening         refused by a path cause                  suspended, twice as long as before
/// unreachable     any server answered                      open
/// </code>
/// </remarks>
internal sealed class PathRecovery(PathBlocks blocks)
{
    private readonly PathFailures _failures = new();

    /// <summary>Whether no connection came about.</summary>
    public static bool IsConnection(DeliveryDecision decision) => decision is { IsRemote: false, Stage: SmtpStage.Connect } && decision.Action != DeliveryAction.Delivered;

    /// <summary>Takes back that a message tests a path.</summary>
    public void Withdraw(PathRequest request, RelayPath path, DateTimeOffset now)
    {
        if (blocks.Find(request.Provider, path.Name) is not { Block.State: BlockState.Probing } block || block.Probe != request.Entry) return;
        blocks.Change(block, block.Block with { State = BlockState.Suspended, Until = now });
    }

    /// <summary>Learns from an attempt; null when it changed nothing.</summary>
    public PathChange? Learn(PathRequest request, PathChoice.Use choice, DeliveryDecision decision, DateTimeOffset now)
    {
        var path = choice.Path;
        var block = blocks.Find(request.Provider, path.Name);
        var isAnswer = decision.IsRemote || decision.Action == DeliveryAction.Delivered;
        if (isAnswer) _failures.Answered(path.Name);
        PathChange? change = null;
        if (block is not null && isAnswer && ReroutePolicy.IsUnreachable(block.Block.Cause))
        {
            blocks.Remove(block);
            change = new PathChange.Opened(block.Block);
            block = blocks.Find(request.Provider, path.Name);
        }
        return decision.Action switch
        {
            DeliveryAction.NextPath => OnRefused(block, request, choice, decision, now) ?? change,
            DeliveryAction.Delivered => OnTaken(block, request, choice, now) ?? change,
            _ => OnNothingTold(block, request, choice, decision, now) ?? change,
        };
    }

    private PathChange.Suspended? OnRefused(BlockEntry? block, PathRequest request, PathChoice.Use choice, DeliveryDecision decision, DateTimeOffset now)
    {
        if (ReroutePolicy.RuleOf(decision.Cause, choice.Path is RelayPath.SmartHost) is not { } rule) return null;
        if (block is null) return Suspend(rule, request, choice, decision, now);
        // One that began before the path was suspended says nothing new.
        var isMeant = block.Block.State switch
        {
            BlockState.Opening => true,
            BlockState.Probing => choice.IsProbe && block.Probe == request.Entry,
            _ => choice.IsProbe,
        };
        return isMeant ? SuspendAgain(block, rule, request, decision, now) : null;
    }

    private PathChange? OnTaken(BlockEntry? block, PathRequest request, PathChoice.Use choice, DateTimeOffset now)
    {
        _failures.Taken(request.Provider, choice.Path.Name);
        if (block is null) return null;
        var known = block.Block;
        if (choice.IsProbe && known.State != BlockState.Opening)
        {
            blocks.Change(block, known with { State = BlockState.Opening, Until = now, Step = 0, Successes = 0 });
            (block.Asked, block.IsExhaustionTold) = (0, false);
            return new PathChange.Opening(block.Block);
        }
        if (known.State != BlockState.Opening) return null;
        if (known.Successes + 1 < ReroutePolicy.Steps[known.Step].Successes)
        {
            blocks.Change(block, known with { Successes = known.Successes + 1 });
            return null;
        }
        if (known.Step + 1 < ReroutePolicy.Steps.Count)
        {
            blocks.Change(block, known with { Step = known.Step + 1, Successes = 0 });
            block.Asked = 0;
            return new PathChange.Opening(block.Block);
        }
        blocks.Remove(block);
        return new PathChange.Opened(known);
    }

    private PathChange.Suspended? OnNothingTold(BlockEntry? block, PathRequest request, PathChoice.Use choice, DeliveryDecision decision, DateTimeOffset now)
    {
        var isCounted = IsConnection(decision) || decision.Action == DeliveryAction.SlowDown;
        var rule = isCounted ? ReroutePolicy.RuleOf(decision.Cause, choice.Path is RelayPath.SmartHost) : null;
        var isProbe = choice.IsProbe && block is { Block.State: BlockState.Probing } && block.Probe == request.Entry;
        if (isProbe && rule is { } same && IsOfOneKind(block!.Block.Cause, decision.Cause)) return SuspendAgain(block, same, request, decision, now);
        if (isProbe) blocks.Change(block!, block!.Block with { State = BlockState.Suspended, Until = now + ReroutePolicy.AfterNothingTold });
        if (block is not null || rule is not { } counted) return null;
        return _failures.Count(counted, decision.Cause, request.Provider, choice.Path.Name, now) ? Suspend(counted, request, choice, decision, now) : null;
    }

    private static bool IsOfOneKind(Cause one, Cause other) => one == other || (ReroutePolicy.IsUnreachable(one) && ReroutePolicy.IsUnreachable(other));

    private PathChange.Suspended Suspend(in RerouteRule rule, PathRequest request, PathChoice.Use choice, DeliveryDecision decision, DateTimeOffset now)
    {
        var entry = blocks.Add(new PathBlock
        {
            Provider = rule.IsForEverybody ? PathBlock.Everybody : request.Provider,
            Path = choice.Path.Name,
            State = BlockState.Suspended,
            Cause = decision.Cause,
            RuleId = decision.RuleId,
            Stage = decision.Stage,
            Reply = Cut(decision.Reply),
            Entry = request.Entry,
            Since = now,
            Until = now + ReroutePolicy.WaitAfter(rule, 1, decision.NamedDelay),
            Failures = 1,
        });
        return new PathChange.Suspended(entry.Block);
    }

    private PathChange.Suspended SuspendAgain(BlockEntry block, in RerouteRule rule, PathRequest request, DeliveryDecision decision, DateTimeOffset now)
    {
        var failures = block.Block.Failures + 1;
        blocks.Change(block, block.Block with
        {
            State = BlockState.Suspended,
            Cause = decision.Cause,
            RuleId = decision.RuleId,
            Stage = decision.Stage,
            Reply = Cut(decision.Reply),
            Entry = request.Entry,
            Until = now + ReroutePolicy.WaitAfter(rule, failures, decision.NamedDelay),
            Failures = failures,
            Step = 0,
            Successes = 0,
        });
        return new PathChange.Suspended(block.Block);
    }

    private static string Cut(string reply) => reply.Length <= PathBlock.MaxReplyLength ? reply : reply[..PathBlock.MaxReplyLength];
}
