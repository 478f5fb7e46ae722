using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Delivery.Shaping;
using Todoku.Relay.Delivery.Traces;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Lanes;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.Queue.Queries;
using Todoku.Relay.Queue.Why;
using Todoku.Relay.Routing.Paths;
using Todoku.Web.Control.Contract;

namespace Todoku.Web.Control;

/// <summary>Writes what the relay knows as the contract has it.</summary>
internal static class QueueLines
{
    public static QueueLine Of(QueueItem item)
    {
        var stored = item.Entry.Stored;
        return new QueueLine
        {
            Id = stored.Id.ToString(),
            Sender = item.Envelope.Sender,
            Recipient = item.Entry.Recipient.Address,
            Lane = stored.Lane.ToString(),
            State = stored.State switch { EntryState.Leased => "sending", EntryState.Held => "held", _ => "waiting" },
            AcceptedAt = item.Envelope.AcceptedAt,
            Due = DateTimeOffset.FromUnixTimeMilliseconds(stored.Due),
            Size = item.Envelope.Size,
            Attempts = stored.Attempts,
            PossiblyTwice = stored.IsPossiblyTwice,
            Last = Of(item.Entry.LastAttempt),
        };
    }

    public static MessageAnswer Of(ListedMessage message) => new()
    {
        Id = message.Id.ToString(),
        Sender = message.Envelope.Sender,
        OriginalSender = message.Envelope.OriginalSender,
        AuthorDomain = message.Envelope.AuthorDomain,
        SubmitterKind = message.Envelope.SubmitterKind switch
        {
            SubmitterKind.Authenticated => "authenticated",
            SubmitterKind.Client => "client",
            SubmitterKind.LocalUser => "local",
            SubmitterKind.Server => "relay",
            _ => "unknown",
        },
        Submitter = message.Envelope.Submitter,
        AcceptedAt = message.Envelope.AcceptedAt,
        Size = message.Envelope.Size,
        SigningDomains = message.Envelope.SigningDomains,
        Bulk = message.Envelope.IsBulk,
        Recipients = message.Envelope.Recipients.Count,
        Entries = [.. message.Items.Select(Of)],
    };

    public static WhyLine Of(EntryWhy why) => new()
    {
        Entry = Of(why.Item),
        Reasons = [.. why.Reasons.Select(Of)],
        GivenUpAt = why.GivenUpAt,
        Paths = [.. why.Paths.Select(Of)],
        Limits = Of(why.Limits, why.Lane is { } lane ? [lane] : []),
    };

    public static PathLine Of(PathStatus status) => status.Block is { } block
        ? new PathLine(status.Provider, status.Path, NameOf(block.State))
        {
            Since = block.Since,
            Until = block.Until,
            Cause = block.Cause.Id,
            Stage = NameOf(block.Stage),
            Reply = block.Reply,
            Entry = block.Entry.ToString(),
            Failures = block.Failures,
            Today = status.Today,
            ReroutedToday = status.ReroutedToday,
            AllowedToday = status.AllowedToday,
        }
        : new PathLine(status.Provider, status.Path, "open") { Today = status.Today, ReroutedToday = status.ReroutedToday, AllowedToday = status.AllowedToday };

    /// <summary>How much providers are sent by paths, and whose mail waits for them.</summary>
    public static IReadOnlyList<LimitLine> Of(IEnumerable<ShapeStatus> all, IEnumerable<LaneCounts> lanes)
    {
        var waiting = lanes.Where(lane => lane.HeldPaths.Count > 0).ToList();
        return [.. all.Select(one => Of(one, waiting))];
    }

    private static LimitLine Of(ShapeStatus status, List<LaneCounts> waiting)
    {
        var waits = waiting.Where(lane => status.Provider == ShapeStatus.Everybody || lane.Lane.IsOf(status.Provider))
            .SelectMany(lane => lane.HeldPaths).Where(one => one.Path == status.Path).ToList();
        return new LimitLine
        {
            Provider = status.Provider,
            Path = status.Path,
            From = status.From,
            Limits = Of(status.Limits),
            Now = Of(status.Now),
            Running = status.Running,
            LastMinute = status.LastMinute,
            Binds = status.Binds,
            SlowedBy = status.SlowedBy?.Id,
            SlowedAt = status.SlowedAt,
            BacksOffUntil = status.BacksOffUntil,
            HeldBackUntil = waits.Count > 0 ? waits.Max(one => one.Until) : null,
            SendersHeldBack = waits.Sum(one => one.Flows),
            FailedConnections = status.FailedConnections,
        };
    }

    public static ShapeLine Of(ShapeRow row) => new(row.Lane?.ToString(), row.Total, row.Held, row.Leased, row.ByAge);

    private static WhyReason Of(WaitReason reason) => reason switch
    {
        WaitReason.Sending => new WhyReason("sending"),
        WaitReason.Held => new WhyReason("held"),
        WaitReason.NotWritable fault => new WhyReason("queue-not-writable") { Detail = NameOf(fault.Fault) },
        WaitReason.PathBlocked { Block: var block } => new WhyReason("path-blocked") { Path = block.Path, Cause = block.Cause.Id, Detail = NameOf(block.State), Reply = block.Reply, Until = block.Until },
        WaitReason.RetryLater retry => new WhyReason("retry-later") { Cause = retry.Cause.Id, Until = retry.NextAt },
        WaitReason.Limited limited => new WhyReason("limited") { Path = limited.Path, Detail = limited.Limit, Until = limited.Until },
        WaitReason.PathPaused paused => new WhyReason("path-paused") { Path = paused.Path, Until = paused.Until },
        WaitReason.Turn turn => new WhyReason("turn") { Due = turn.Due, Sending = turn.BeingSent },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A dialogue.</summary>
    public static TraceSession Of(QueueId message, SessionTrace trace) => new(
        trace.Dialogue.BeganAt,
        trace.Path,
        trace.Server,
        [.. trace.Recipients.Select(recipient => new EntryId(message, recipient).ToString())],
        trace.Dialogue.Dropped,
        [.. trace.Dialogue.Lines.Select(line => new TraceLine(line.Time, NameOf(line.Side), line.Text))]);

    private static AttemptLine? Of(AttemptResult? last) => last is null ? null : new AttemptLine(last.EndedAt, last.Path, last.Cause.Id, NameOf(last.Stage), last.Reply);

    private static LimitValues Of(ShapeLimits limits) => new(limits.Connections, limits.MessagesPerConnection, limits.Recipients, limits.Rate, limits.RatePeriod.TotalSeconds);

    /// <summary>The name of a value as JSON has it: <c>end-of-data</c>.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));
    }
}
