using Todoku.Logs.Correlation;
using Todoku.Logs.Envelopes;
using Todoku.Logs.Sources;

namespace Todoku.Logs.Reading;

/// <summary>Gives the lines of a chain one by one with their times, for merging.</summary>
internal sealed class ChainLineReader : IDisposable
{
    private readonly ChainBlockSource _source;
    private readonly LogClock _clock;
    private readonly EnvelopeReader _envelopes = new();
    private readonly LineUnwrapper _unwrapper = new(LineFormats.All);
    private readonly LogBlock _block = new();
    private int _at;
    private int _start;
    private int _length;

    /// <summary>Opens a chain.</summary>
    public ChainLineReader(LogChain chain, TimeZoneInfo zone, List<LogProblem> problems)
    {
        _source = new ChainBlockSource(chain, problems);
        _clock = new LogClock(zone);
    }

    /// <summary>The line, without its line end; valid until the next call of <see cref="MoveNext"/>.</summary>
    public ReadOnlySpan<byte> Line => _block.Buffer.AsSpan(_start, _length);

    /// <summary>Its time, UTC ticks; that of the line before when it has none.</summary>
    public long UtcTicks { get; private set; }

    /// <summary>The same with the offset it was written in.</summary>
    public LogTime Time => new(UtcTicks, LogTimeKind.Utc, (short)_clock.Offset.TotalMinutes);

    /// <summary>Whether the year of a stamp was inferred.</summary>
    public bool YearInferred => _clock.YearInferred;

    /// <summary>Progress within the chain.</summary>
    public ReadProgress Progress => _source.Progress;

    /// <summary>Goes to the next line; false at the end.</summary>
    public bool MoveNext()
    {
        while (_at >= _block.Length)
        {
            _block.Clear();
            if (!_source.Fill(_block)) return false;
            if (_block.BeginsFile is { } file) _clock.BeginFile(file.LastWriteUtc);
            _at = 0;
        }
        var rest = _block.Buffer.AsSpan(_at, _block.Length - _at);
        var end = rest.IndexOf((byte)'\n');
        _start = _at;
        _length = end < 0 ? rest.Length : end;
        _at += _length + 1;
        ReadTime();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();

    private void ReadTime()
    {
        if (_envelopes.TryRead(Line, out var envelope) || (_unwrapper.TryUnwrap(Line, out var plain) && _envelopes.TryRead(plain, out envelope)))
        {
            UtcTicks = _clock.ToUtc(envelope.Time);
        }
    }
}
