using Todoku.Logs.Dialects;
using Todoku.Logs.Envelopes;
using Todoku.Logs.Sources;

namespace Todoku.Logs.Reading;

/// <summary>Some hundred kilobytes of whole lines on their way through: read, parsed beside other blocks, then joined in order.</summary>
internal sealed class LogBlock
{
    /// <summary>How much is read at a time. Small enough to stay in a processor's cache, large enough to make turns cheap.</summary>
    public const int Capacity = 256 * 1024;

    /// <summary>Its place in the order of reading.</summary>
    public long Sequence { get; set; }

    /// <summary>The bytes; <see cref="Length"/> of them are whole lines.</summary>
    public byte[] Buffer { get; } = new byte[Capacity];

    /// <summary>How many bytes are filled.</summary>
    public int Length { get; set; }

    /// <summary>The file that begins with this block; null within a file.</summary>
    public LogFile? BeginsFile { get; set; }

    /// <summary>The times of the lines, resolved, with the offset they were written in, when several chains were merged; else empty.</summary>
    public List<LogTime> LineTimes { get; } = [];

    /// <summary>Lines that had to be rewritten.</summary>
    public SideBuffer Side { get; } = new();

    /// <summary>What the lines tell.</summary>
    public EventList Events { get; } = new();

    /// <summary>Counts of its lines.</summary>
    public LineCounts Counts;

    /// <summary>Makes it ready to be filled again.</summary>
    public void Clear()
    {
        Length = 0;
        BeginsFile = null;
        LineTimes.Clear();
        Side.CutTo(0);
        Events.Clear();
        Counts = default;
    }

    /// <summary>The line of an event as read.</summary>
    public ReadOnlySpan<byte> LineOf(in LogEvent logEvent) => Buffer.AsSpan(logEvent.LineStart, logEvent.LineLength);

    /// <summary>The plain line of an event, that its slices are cut from.</summary>
    public ReadOnlySpan<byte> PlainOf(in LogEvent logEvent) => (logEvent.Flags & LogEventFlags.Rewritten) == 0
        ? Buffer.AsSpan(logEvent.PlainStart, logEvent.PlainLength)
        : Side.Written.Slice(logEvent.PlainStart, logEvent.PlainLength);
}
