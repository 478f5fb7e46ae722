namespace Todoku.Smtp.Transcripts;

/// <summary>
/// What was said in a session, in bounded memory: the first lines are kept (who it was), then the newest. Message octets are never in it, and whoever
/// writes to it puts a mask where a secret stands.
/// </summary>
public sealed class Transcript(TimeProvider time)
{
    /// <summary>The most characters of a line.</summary>
    public const int MaxLineLength = 200;

    /// <summary>The most lines from the beginning that are kept.</summary>
    public const int MaxFirst = 24;

    /// <summary>The most lines after those that are kept.</summary>
    public const int MaxLast = 104;

    /// <summary>What stands in place of a secret.</summary>
    public const string Mask = "********";

    private readonly Lock _lock = new();
    private readonly List<TranscriptLine> _first = [];
    private readonly Queue<TranscriptLine> _last = new();
    private long _dropped;

    /// <summary>How many lines were dropped between the first and the newest.</summary>
    public long Dropped
    {
        get
        {
            lock (_lock) return _dropped;
        }
    }

    /// <summary>The lines as they are now; may be asked while the session goes on.</summary>
    public IReadOnlyList<TranscriptLine> Lines
    {
        get
        {
            lock (_lock) return [.. _first, .. _last];
        }
    }

    /// <summary>Adds lines that one side sent.</summary>
    public void Add(TranscriptSide side, ReadOnlySpan<byte> octets)
    {
        foreach (var range in octets.TrimEnd("\r\n"u8).Split((byte)'\n')) Add(side, Printable(octets.TrimEnd("\r\n"u8)[range].TrimEnd((byte)'\r')));
    }

    /// <summary>Adds a line.</summary>
    public void Add(TranscriptSide side, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = new TranscriptLine(time.GetUtcNow(), side, text.Length > MaxLineLength ? text[..MaxLineLength] : text);
        lock (_lock)
        {
            if (_first.Count < MaxFirst)
            {
                _first.Add(line);
                return;
            }
            if (_last.Count == MaxLast)
            {
                _last.Dequeue();
                _dropped++;
            }
            _last.Enqueue(line);
        }
    }

    private static string Printable(ReadOnlySpan<byte> octets)
    {
        if (octets.Length > MaxLineLength) octets = octets[..MaxLineLength];
        return string.Create(octets.Length, octets, static (text, from) =>
        {
            for (var i = 0; i < text.Length; i++) text[i] = from[i] is >= 0x20 and <= 0x7E ? (char)from[i] : '?';
        });
    }
}
