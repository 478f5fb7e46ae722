using Todoku.Logs.Dialects;
using Todoku.Logs.Reading;
using Todoku.Mail;

namespace Todoku.Logs.Correlation;

/// <summary>
/// Joins events, in the order of the lines, to messages by host, instance, queue id and life, over content filter hops and from a
/// host to its own relay, and tells the observer. Knows nothing of log languages.
/// </summary>
internal sealed partial class Correlator(IDeliveryObserver observer, LogReaderOptions options, UnknownLineTally unknown)
{
    private readonly MessageTable _messages = new(options.InFlightLimit, observer);
    private readonly MessageIdIndex _messageIds = new();
    private RelayHops? _relayHops;
    private readonly LogClock _clock = new(options.Zone);
    private readonly long _since = options.Since?.UtcTicks ?? long.MinValue;
    private readonly long _until = options.Until?.UtcTicks ?? long.MaxValue;

    /// <summary>The clock; sums up what was odd about times.</summary>
    public LogClock Clock => _clock;

    /// <summary>Whether several logs are read together, which may be a host's and its relay's.</summary>
    public bool JoinsHosts { get; set; }

    /// <summary>Messages forgotten because too many were in flight.</summary>
    public long Forgotten => _messages.Forgotten;

    /// <summary>Messages no longer followed because no line named them for long.</summary>
    public long Lapsed => _messages.Lapsed;

    /// <summary>Time of the first event in range, UTC ticks; 0 when there was none.</summary>
    public long First { get; private set; }

    /// <summary>Time of the last event in range.</summary>
    public long Last { get; private set; }

    /// <summary>Takes the events of the next block.</summary>
    public void Consume(LogBlock block)
    {
        if (block.BeginsFile is { } file) _clock.BeginFile(file.LastWriteUtc);
        foreach (ref readonly var logEvent in block.Events.Events)
        {
            if (logEvent.Kind == LogEventKind.NotUnderstood)
            {
                unknown.Add(logEvent.Name.Of(block.PlainOf(logEvent)), block.LineOf(logEvent));
                continue;
            }
            var utc = _clock.ToUtc(logEvent.Time);
            _messages.Now = utc;
            var inRange = utc >= _since && utc <= _until;
            if (inRange)
            {
                if (First == 0) First = utc;
                Last = utc;
            }
            Consume(block, logEvent, utc, inRange);
        }
    }

    private void Consume(LogBlock block, in LogEvent logEvent, long utc, bool inRange)
    {
        var plain = block.PlainOf(logEvent);
        switch (logEvent.Kind)
        {
            case LogEventKind.Arrived:
                Arrived(logEvent, plain);
                break;
            case LogEventKind.MessageIdSeen:
                MessageIdSeen(logEvent, plain);
                break;
            case LogEventKind.Queued:
                Queued(logEvent, plain, utc, inRange);
                break;
            case LogEventKind.Attempted:
            case LogEventKind.Expired:
                Attempted(block, logEvent, plain, utc, inRange);
                break;
            case LogEventKind.Removed:
                Removed(logEvent, plain, utc, inRange);
                break;
            case LogEventKind.BounceNotice:
                BounceNotice(logEvent);
                break;
            case LogEventKind.Continued:
                Continue(_messages.GetOrBegin(logEvent.Key), logEvent.OtherKey);
                break;
            case LogEventKind.Signed:
                Signed(logEvent, plain);
                break;
            default:
                if (inRange) Tell(block, logEvent, plain, utc);
                break;
        }
    }

    // Events that belong to no message.
    private void Tell(LogBlock block, in LogEvent logEvent, ReadOnlySpan<byte> plain, long utc)
    {
        var line = block.LineOf(logEvent);
        var host = logEvent.Host.Of(plain);
        switch (logEvent.Kind)
        {
            case LogEventKind.ConnectionFailed:
                observer.ConnectionFailed(new ConnectionFailure
                {
                    UtcTicks = utc,
                    Host = host,
                    RelayHost = logEvent.RelayHost.Of(plain),
                    RelayAddress = logEvent.RelayAddress.Of(plain),
                    RelayPort = logEvent.Port,
                    Reason = logEvent.Text.Of(plain),
                    Line = line,
                });
                break;
            case LogEventKind.SigningFailed:
                observer.SigningFailed(new SigningFailure
                {
                    UtcTicks = utc,
                    Host = host,
                    Program = logEvent.Address.Of(plain),
                    Domain = logEvent.Name.Of(plain),
                    Selector = logEvent.OtherName.Of(plain),
                    Reason = logEvent.Text.Of(plain),
                    Line = line,
                });
                break;
            case LogEventKind.PathChanged:
                observer.PathChanged(new PathChange
                {
                    UtcTicks = utc,
                    Kind = logEvent.PathChange,
                    Host = host,
                    Path = logEvent.Name.Of(plain),
                    Provider = logEvent.Address.Of(plain),
                    Cause = logEvent.OtherName.Of(plain),
                    UntilTicks = logEvent.Size,
                    Refusals = logEvent.Count,
                    Line = line,
                });
                break;
            case LogEventKind.Warned:
                observer.Warned(new ServerWarning
                {
                    UtcTicks = utc,
                    Host = host,
                    Program = logEvent.Name.Of(plain),
                    Text = logEvent.Text.Of(plain),
                    Line = line,
                });
                break;
        }
    }
}
