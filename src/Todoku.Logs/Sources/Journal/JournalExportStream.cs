using System.Buffers;

namespace Todoku.Logs.Sources.Journal;

/// <summary>
/// Turns the journal's export format (systemd's JOURNAL_EXPORT_FORMATS) into plain log lines, one a record:
/// <c>2026-06-03T08:40:57.278515-00:00 host program[pid]: message</c>.
/// </summary>
internal sealed class JournalExportStream(LogStream export) : LogStream
{
    /// <summary>How many bytes tell the format.</summary>
    public const int SniffLength = 24;

    private readonly ExportReader _reader = new(export);
    private readonly JournalRecord _record = new();
    private readonly ArrayBufferWriter<byte> _line = new(4096);
    private int _lineRead;

    /// <inheritdoc/>
    public override long StoredBytesRead => export.StoredBytesRead;

    /// <summary>Whether an input begins like a journal export.</summary>
    public static bool IsExport(ReadOnlySpan<byte> head) => head.StartsWith("__CURSOR="u8) || head.StartsWith("__REALTIME_TIMESTAMP="u8);

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var length = 0;
        while (length < buffer.Length)
        {
            if (_lineRead == _line.WrittenCount && !NextLine()) break;
            var count = Math.Min(buffer.Length - length, _line.WrittenCount - _lineRead);
            _line.WrittenSpan.Slice(_lineRead, count).CopyTo(buffer[length..]);
            _lineRead += count;
            length += count;
        }
        return length;
    }

    private bool NextLine()
    {
        _lineRead = 0;
        _line.ResetWrittenCount();
        while (_line.WrittenCount == 0)
        {
            if (!_reader.TryRead(_record))
            {
                Problem = export.Problem;
                return false;
            }
            _record.WriteTo(_line);
        }
        return true;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) export.Dispose();
        base.Dispose(disposing);
    }
}
