using Todoku.Relay.Bounces;
using Todoku.Relay.Intake;
using Todoku.Relay.Routing.Paths;

namespace Todoku.Relay.Operating.Metrics;

/// <summary>The relay's figures for Prometheus (docs/relay-metrics.md has the table).</summary>
public sealed class RelayMetrics
{
    /// <summary>The most path blocks that are named.</summary>
    public const int MaxBlocks = 200;

    private readonly RelayCounters _counters;
    private readonly MetricsSources _sources;
    private readonly OldestEntry _oldest;
    private readonly ProcessFigures _process;

    internal RelayMetrics(RelayCounters counters, MetricsSources sources)
    {
        (_counters, _sources) = (counters, sources);
        _oldest = new OldestEntry(sources.Queue, sources.Time);
        _process = new ProcessFigures(sources.Time);
    }

    /// <summary>The type of <see cref="Write"/>'s text, for HTTP.</summary>
    public static string ContentType => PrometheusText.ContentType;

    /// <summary>The figures now, in the text format of Prometheus.</summary>
    public string Write()
    {
        var text = new PrometheusText();
        WriteQueue(text);
        WriteDelivery(text);
        WriteIntake(text);
        WritePaths(text);
        text.CounterOf("todoku_log_lines_lost_total", _sources.LogLinesLost(), "Lines of the log that nobody took.");
        _process.Write(text);
        return text.ToString();
    }

    private void WriteQueue(PrometheusText text)
    {
        const string entries = "todoku_queue_entries";
        long waiting = 0, due = 0, sending = 0, held = 0;
        var lanes = _sources.Queue.Lanes();
        foreach (var lane in lanes) (waiting, due, sending, held) = (waiting + lane.Waiting, due + lane.Due, sending + lane.Leased, held + lane.Held);
        text.Gauge(entries, "Deliveries in the queue, one for each recipient: deferred until a time, due, being sent, held.");
        text.Sample(entries, waiting, ("state", "deferred"));
        text.Sample(entries, due, ("state", "due"));
        text.Sample(entries, sending, ("state", "sending"));
        text.Sample(entries, held, ("state", "held"));
        text.GaugeOf("todoku_queue_lanes", lanes.Count, "Providers and domains that mail in the queue is for.");
        text.GaugeOf("todoku_queue_oldest_age_seconds", _oldest.Seconds, "Age of the oldest delivery in the queue; looked at every 30 seconds.");
        text.GaugeOf("todoku_queue_writable", _sources.Queue.Health.IsWritable ? 1 : 0, "Whether the disk takes mail (1) or new mail is refused (0).");
        if (FreeSpace() is { } free) text.GaugeOf("todoku_queue_disk_free_bytes", free, "Space that is free on the disk of the queue.");
    }

    private void WriteDelivery(PrometheusText text)
    {
        const string attempts = "todoku_delivery_attempts_total";
        text.Counter(attempts, "Attempts, one for each recipient, by provider, path and what followed.");
        foreach (var ((provider, path, action), count) in _counters.Attempts.All) text.Sample(attempts, count, ("provider", provider), ("path", path), ("action", NameOf(action)));
        const string bounced = "todoku_bounced_recipients_total";
        text.Counter(bounced, "Recipients that were given up, by cause.");
        foreach (var (cause, count) in _counters.Bounces.All) text.Sample(bounced, count, ("cause", cause));
        const string notices = "todoku_notices_total";
        text.Counter(notices, "Notices to senders.");
        foreach (var kind in Enum.GetValues<NoticeKind>()) text.Sample(notices, _counters.Notices.All.Where(one => one.Key == kind).Sum(one => one.Count), ("kind", NameOf(kind)));
        text.GaugeOf("todoku_suppressed_recipients", _sources.Suppressed.Count, "Lines of the suppression list.");
        text.CounterOf("todoku_suppressed_deliveries_total", Event(RelayCounters.SuppressedRecipients), "Deliveries that were not tried since their recipient is on the suppression list.");
        text.GaugeOf("todoku_delivery_running", _sources.Engine.Running, "Messages that are being delivered.");
        text.GaugeOf("todoku_delivery_idle_connections", _sources.Engine.IdleConnections, "Connections to servers that wait for the next message.");
    }

    private void WriteIntake(PrometheusText text)
    {
        Doors(text, "todoku_intake_accepted_messages_total", "Messages that were taken into the queue, by door.", isAccepted: true);
        Doors(text, "todoku_intake_refusals_total", "Refusals at MAIL, RCPT or the end of a message, by door; what sessions refuse by themselves (syntax, no relaying) is not among them.", isAccepted: false);
        text.GaugeOf("todoku_smtp_sessions", _sources.Host.Sessions, "SMTP sessions of clients.");
        const string ended = "todoku_smtp_sessions_ended_total";
        text.Counter(ended, "SMTP sessions of clients that ended, by how.");
        foreach (var (end, count) in _counters.Sessions.All) text.Sample(ended, count, ("how", NameOf(end)));
        text.CounterOf("todoku_smtp_connections_refused_total", Event(RelayCounters.TurnedAwayConnections), "Connections that were turned away since there were too many.");
        text.CounterOf("todoku_smtp_faults_total", Event(RelayCounters.SessionFaults), "Commands that met a fault of the relay's own.");
    }

    private void WritePaths(PrometheusText text)
    {
        const string blocked = "todoku_path_blocked";
        var blocks = _sources.Paths.List().Select(one => one.Block).OfType<PathBlock>().ToList();
        text.Gauge(blocked, $"1 for each path that a provider refuses; at most {MaxBlocks} are named, todoku_path_blocks counts all.");
        foreach (var block in blocks.OrderBy(one => one.Since).Take(MaxBlocks)) text.Sample(blocked, 1, ("provider", block.Provider), ("path", block.Path), ("state", NameOf(block.State)));
        text.GaugeOf("todoku_path_blocks", blocks.Count, "Paths that providers refuse.");
    }

    private void Doors(PrometheusText text, string name, string help, bool isAccepted)
    {
        text.Counter(name, help);
        foreach (var door in Enum.GetValues<IntakeDoor>())
            text.Sample(name, _counters.Intake.All.Where(one => one.Key == (door, isAccepted)).Sum(one => one.Count), ("door", NameOf(door)));
    }

    private long Event(string name) => _counters.Events.All.Where(one => one.Key == name).Sum(one => one.Count);

    private long? FreeSpace()
    {
        try
        {
            return new DriveInfo(_sources.DataFolder).AvailableFreeSpace;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    // NextPath: next_path.
    private static string NameOf<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString()));
}
