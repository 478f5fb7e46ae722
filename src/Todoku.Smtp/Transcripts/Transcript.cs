namespace Todoku.Smtp.Transcripts;

/// <summary>
/// What was said in a session, in bounded memory: the first lines are kept (who it was), then the newest. Message octets are never in it, and whoever
/// writes to it puts a mask where a secret stands. Lines are kept as octets, so that writing one costs a copy; only who reads them pays for text.
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
    private readonly DateTimeOffset _beganAt = time.GetUtcNow();
    private readonly long _began = time.GetTimestamp();
    private readonly LineBuffer _first = new();
    private readonly LineBuffer _last = new();
    private bool _isOpened;
    private long _droppedOpening;
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
    public IReadOnlyList<TranscriptLine> Lines => Excerpt().Lines;

    /// <summary>What is kept now, in one piece of memory of its own.</summary>
    public TranscriptExcerpt Excerpt()
    {
        lock (_lock) return new TranscriptExcerpt(_beganAt, _dropped, [.. _first.Octets, .. _last.Octets]);
    }

    /// <summary>A message begins: what was said of the message before is forgotten, how the session was opened is not.</summary>
    public void BeginMessage()
    {
        lock (_lock)
        {
            if (!_isOpened) (_isOpened, _droppedOpening) = (true, _dropped + _last.Count);
            _dropped = _droppedOpening;
            _last.Clear();
        }
    }

    /// <summary>Adds lines that one side sent.</summary>
    public void Add(TranscriptSide side, ReadOnlySpan<byte> octets)
    {
        var text = octets.TrimEnd("\r\n"u8);
        var at = Elapsed();
        lock (_lock)
        {
            foreach (var range in text.Split((byte)'\n')) Append(side, at, text[range].TrimEnd((byte)'\r'));
        }
    }

    /// <summary>Adds a line.</summary>
    public void Add(TranscriptSide side, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<byte> octets = stackalloc byte[MaxLineLength];
        var length = Math.Min(text.Length, MaxLineLength);
        for (var i = 0; i < length; i++) octets[i] = char.IsAscii(text[i]) ? (byte)text[i] : (byte)'?';
        var at = Elapsed();
        lock (_lock) Append(side, at, octets[..length]);
    }

    private uint Elapsed() => (uint)Math.Clamp(time.GetElapsedTime(_began).TotalMilliseconds, 0, uint.MaxValue);

    private void Append(TranscriptSide side, uint at, ReadOnlySpan<byte> line)
    {
        if (line.Length > MaxLineLength) line = line[..MaxLineLength];
        if (!_isOpened && _first.Count < MaxFirst)
        {
            _first.Append(side, at, line);
            return;
        }
        if (_last.Count == MaxLast)
        {
            _last.DropFirst();
            _dropped++;
        }
        _last.Append(side, at, line);
    }
}
