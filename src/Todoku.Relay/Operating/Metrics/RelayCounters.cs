using System.Net;
using Todoku.Knowledge;
using Todoku.Relay.Bounces;
using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Delivery.Engine;
using Todoku.Relay.Delivery.Reports;
using Todoku.Relay.Intake;
using Todoku.Relay.Queue;
using Todoku.Smtp.Replies;
using Todoku.Smtp.Server;
using Todoku.Smtp.Transcripts;

namespace Todoku.Relay.Operating.Metrics;

/// <summary>Counts what the relay does, in bounded memory. Safe for several threads.</summary>
public sealed class RelayCounters : IAttemptObserver, ISmtpSessionObserver, INoticeWriter
{
    /// <summary>The most sets of provider, path and action; further providers are counted together as <see cref="Other"/>.</summary>
    public const int MaxAttemptSets = 500;

    /// <summary>Stands for providers that find no room.</summary>
    public const string Other = "other";

    internal const string SuppressedRecipients = "suppressed";

    internal const string TurnedAwayConnections = "turned-away";

    internal const string SessionFaults = "faults";

    private readonly INoticeWriter _notices;

    /// <summary>Begins to count.</summary>
    /// <param name="notices">Writes the notices that are counted.</param>
    public RelayCounters(INoticeWriter notices) => _notices = notices;

    internal BoundedCounters<AttemptKey> Attempts { get; } = new(MaxAttemptSets, key => key with { Provider = Other });

    internal BoundedCounters<string> Bounces { get; } = new(200, _ => Other);

    internal BoundedCounters<NoticeKind> Notices { get; } = new(8, kind => kind);

    internal BoundedCounters<SessionEnd> Sessions { get; } = new(16, end => end);

    internal BoundedCounters<(IntakeDoor Door, bool IsAccepted)> Intake { get; } = new(16, key => key);

    internal BoundedCounters<string> Events { get; } = new(8, _ => Other);

    /// <inheritdoc/>
    public void Attempted(AttemptReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        // Decisions without a path (suppressed, no such domain) are no attempts.
        if (report.Path.Length > 0) Attempts.Add(new AttemptKey(report.Provider, report.Path, report.Decision.Action));
        if (report.IsLast && report.Decision.Action != DeliveryAction.Delivered) Bounces.Add(report.Decision.Cause.Id);
        if (report.Decision.RuleId == ScreenedOut.Rule) Events.Add(SuppressedRecipients);
    }

    /// <summary>A message was taken or refused.</summary>
    public void Answered(IntakeDoor door, bool isAccepted) => Intake.Add((door, isAccepted));

    /// <inheritdoc/>
    public void TurnedAway(IPAddress address, Reply reply) => Events.Add(TurnedAwayConnections);

    /// <inheritdoc/>
    public void Failed(SmtpClientInfo client, Exception exception) => Events.Add(SessionFaults);

    /// <inheritdoc/>
    public void Ended(SmtpClientInfo client, SessionEnd end, Transcript transcript) => Sessions.Add(end);

    /// <inheritdoc/>
    public NewMessage? Write(NoticeKind kind, StoredMessage message, IReadOnlyList<AttemptReport> reports, ReadOnlyMemory<byte> original)
    {
        var notice = _notices.Write(kind, message, reports, original);
        if (notice is not null) Notices.Add(kind);
        return notice;
    }

    /// <inheritdoc/>
    public int LengthWanted(NoticeKind kind, StoredMessage message) => _notices.LengthWanted(kind, message);
}
