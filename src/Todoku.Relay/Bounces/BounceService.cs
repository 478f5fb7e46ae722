using Todoku.Knowledge;
using Todoku.Relay.Bounces.Incoming;
using Todoku.Relay.Bounces.ReturnPaths;
using Todoku.Relay.Bounces.Suppression;
using Todoku.Relay.Delivery.Engine;
using Todoku.Relay.Delivery.Reports;
using Todoku.Relay.Intake;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.State;
using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Bounces;

/// <summary>All that has to do with mail that comes back, put together: return paths, the memory of what was sent, the suppression list.</summary>
public sealed class BounceService : IAsyncDisposable
{
    private readonly ReturnPathMaker? _paths;
    private readonly SentRegistry? _sent;
    private readonly SteadyClock _clock;

    /// <summary>Puts it together; <see cref="LoadAsync"/> then reads what is kept.</summary>
    /// <param name="state">Where lines and records are kept.</param>
    /// <param name="clock">The time.</param>
    /// <param name="paths">The return paths; null when none come back here.</param>
    public BounceService(IRelayState state, SteadyClock clock, ReturnPathOptions? paths)
    {
        _clock = clock;
        Suppressed = new SuppressionList(state, clock, new SuppressionOptions());
        if (paths is null) return;
        _paths = new ReturnPathMaker(paths, clock);
        _sent = new SentRegistry(state, clock, new SentRegistryOptions { Lifetime = paths.Lifetime + TimeSpan.FromDays(1) });
    }

    /// <summary>The recipients that are not written to any more.</summary>
    public SuppressionList Suppressed { get; }

    /// <summary>Makes return paths; null when none come back here.</summary>
    public IReturnPaths? Paths => _paths;

    /// <summary>Reads the suppression list.</summary>
    public ValueTask<LoadOutcome> LoadAsync() => Suppressed.LoadAsync();

    /// <summary>The observer with the memory of what was sent beside it.</summary>
    public IAttemptObserver Beside(IAttemptObserver observer) => _sent is null ? observer : new AttemptObservers(observer, _sent);

    /// <summary>Whether mail for this address is a bounce or a complaint that is read here.</summary>
    public bool IsReturnPath(Mailbox recipient) => _paths?.IsOurs(recipient) == true;

    /// <summary>Takes what comes back; null when nothing does.</summary>
    /// <param name="queue">Where notices go.</param>
    /// <param name="knowledge">What replies mean.</param>
    /// <param name="notices">Writes notices.</param>
    /// <param name="laneOf">The lane of an address.</param>
    /// <param name="observer">Is told.</param>
    public IReturnedMail? Receiver(DeliveryQueue queue, KnowledgeBase knowledge, INoticeWriter notices, Func<string, LaneKey> laneOf, IBounceObserver observer) =>
        _paths is null || _sent is null ? null : new ReturnedMailReceiver(new ReturnedMailParts
        {
            Paths = _paths,
            Sent = _sent,
            Suppressed = Suppressed,
            Knowledge = knowledge,
            Notices = notices,
            FindQueued = id => queue.Find(id)?.Envelope,
            Enqueue = (message, cancellation) => queue.EnqueueAsync(message, cancellation),
            Keep = report => KeepAsync(queue, report),
            LaneOf = laneOf,
            Observer = observer,
            Clock = _clock,
        });

    private static async ValueTask<bool> KeepAsync(DeliveryQueue queue, BounceReport report)
    {
        if (queue.FindPast(report.Entry.Message).FirstOrDefault(one => one.Entry == report.Entry) is not { State: FinalState.Delivered } past) return true;
        var returned = past with { State = FinalState.Returned, EndedAt = report.At, Cause = report.Cause, Reply = report.Reply };
        return await queue.AmendAsync(returned, CancellationToken.None).ConfigureAwait(false) is WriteOutcome.Done;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _sent?.DisposeAsync() ?? ValueTask.CompletedTask;
}
