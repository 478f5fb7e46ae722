using Todoku.Logs.Envelopes;
using Todoku.Logs.Sources;

namespace Todoku.Logs.Reading;

/// <summary>
/// Merges chains that overlap in time (mail.log and syslog, the logs of two hosts) into one order of time, and leaves out lines that
/// another chain had too.
/// </summary>
internal sealed class MergedBlockSource : IBlockSource
{
    private readonly List<ChainLineReader> _readers;
    private readonly PriorityQueue<int, (long, int, int)> _next = new();
    private readonly DuplicateWindow _window;

    /// <summary>Opens all chains.</summary>
    public MergedBlockSource(IReadOnlyList<LogChain> chains, TimeZoneInfo zone, List<LogProblem> problems)
    {
        _readers = [.. chains.Select(chain => new ChainLineReader(chain, zone, problems))];
        _window = new DuplicateWindow(chains.Count);
        for (var i = 0; i < _readers.Count; i++) Enqueue(i);
    }

    /// <inheritdoc/>
    public ReadProgress Progress
    {
        get
        {
            var parts = _readers.ConvertAll(reader => reader.Progress);
            var total = parts.Exists(part => part.BytesTotal < 0) ? -1 : parts.Sum(part => part.BytesTotal);
            return new ReadProgress(parts.Sum(part => part.BytesRead), total, 0, parts.Count > 0 ? parts[0].File : "");
        }
    }

    /// <inheritdoc/>
    public bool Fill(LogBlock block)
    {
        while (_next.TryPeek(out var index, out _))
        {
            var reader = _readers[index];
            var line = reader.Line;
            if (block.Length + line.Length + 1 > LogBlock.Capacity)
            {
                if (block.Length > 0) return true;
                line = line[..(LogBlock.Capacity - 1)];
            }
            if (_window.IsDuplicate(line, reader.UtcTicks, index)) block.Counts.Duplicates++;
            else Append(block, line, reader.Time);
            block.Counts.YearInferred |= reader.YearInferred;
            _next.Dequeue();
            Enqueue(index);
        }
        return block.Length > 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _readers.ForEach(reader => reader.Dispose());

    private static void Append(LogBlock block, ReadOnlySpan<byte> line, LogTime time)
    {
        line.CopyTo(block.Buffer.AsSpan(block.Length));
        block.Length += line.Length;
        block.Buffer[block.Length++] = (byte)'\n';
        block.LineTimes.Add(time);
    }

    // Lines of one chain keep their order even where its clock stepped back: they are due at the latest time seen in it.
    private void Enqueue(int index)
    {
        var reader = _readers[index];
        var due = reader.UtcTicks;
        if (reader.MoveNext()) _next.Enqueue(index, (Math.Max(due, reader.UtcTicks), IsHandOver(reader.Line) ? 1 : 0, index));
    }

    // Within one second, a host's "sent" comes after the arrival that its relay logs.
    private static bool IsHandOver(ReadOnlySpan<byte> line) => line.IndexOf("status=sent"u8) >= 0 || line.IndexOf(" => "u8) >= 0;
}
