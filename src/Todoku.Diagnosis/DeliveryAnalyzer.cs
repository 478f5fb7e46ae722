using Todoku.Diagnosis.Findings;
using Todoku.Diagnosis.Timeline;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis;

/// <summary>
/// Watches what mail servers did and concludes what is wrong. Takes millions of attempts in constant memory
/// (<see cref="AnalyzerOptions"/>); a conclusion may be drawn at any time, and again after more has come. Not for several threads at once.
/// </summary>
public sealed class DeliveryAnalyzer : IDeliveryObserver
{
    private readonly MailTimeline _timeline;
    private readonly AttemptRecorder _attempts;
    private readonly ConnectionRecorder _connections;
    private readonly WarningRecorder _warnings;

    /// <summary>An analyzer that has seen nothing yet.</summary>
    /// <param name="knowledge">What replies mean.</param>
    /// <param name="options">Limits.</param>
    public DeliveryAnalyzer(KnowledgeBase knowledge, AnalyzerOptions options)
        : this(new KnowledgeView(knowledge), options)
    {
    }

    internal DeliveryAnalyzer(IKnowledge knowledge, AnalyzerOptions options)
    {
        _timeline = new MailTimeline(knowledge, options);
        _attempts = new AttemptRecorder(_timeline);
        _connections = new ConnectionRecorder(_timeline);
        _warnings = new WarningRecorder(_timeline);
    }

    /// <inheritdoc/>
    public void Attempted(in DeliveryAttempt attempt)
    {
        _timeline.Span.See(attempt.UtcTicks);
        _attempts.Record(attempt);
    }

    /// <inheritdoc/>
    public void Queued(in QueuedMessage message)
    {
        _timeline.Span.See(message.UtcTicks);
        _timeline.Queue.Add(message.UtcTicks, isRemoval: false);
        _timeline.Notices.NoteOwnDomain(message);
        _timeline.RelayNotices.Count(message);
    }

    /// <inheritdoc/>
    public void Removed(long utcTicks, ReadOnlySpan<byte> host)
    {
        _timeline.Span.See(utcTicks);
        _timeline.Queue.Add(utcTicks, isRemoval: true);
    }

    /// <inheritdoc/>
    public void Ended(ulong messageKey) => _timeline.Pending.End(AttemptKeys.MessageOf(messageKey));

    /// <inheritdoc/>
    public void ConnectionFailed(in ConnectionFailure failure)
    {
        _timeline.Span.See(failure.UtcTicks);
        _connections.Record(failure);
    }

    /// <inheritdoc/>
    public void SigningFailed(in SigningFailure failure)
    {
        _timeline.Span.See(failure.UtcTicks);
        _timeline.Signing.Add(failure);
    }

    /// <inheritdoc/>
    public void PathChanged(in PathChange change)
    {
        _timeline.Span.See(change.UtcTicks);
        _timeline.Paths.Record(change, _timeline.Hosts.IndexOf(change.Host));
    }

    /// <inheritdoc/>
    public void Warned(in ServerWarning warning)
    {
        _timeline.Span.See(warning.UtcTicks);
        _warnings.Record(warning);
    }

    /// <summary>What is known so far.</summary>
    /// <param name="understood">How much of the log was understood.</param>
    /// <param name="notices">What the reader of the log has to say.</param>
    /// <param name="displayOffset">The offset from UTC in which times are given, as a rule that in which the log was written.</param>
    public DiagnosisResult Conclude(Understanding understood, IReadOnlyList<Notice> notices, TimeSpan displayOffset) =>
        new Conclusion(_timeline, displayOffset).Draw(understood, notices);
}
