using System.Buffers;
using System.Buffers.Binary;

namespace Todoku.Logs.Sources.Journal;

/// <summary>
/// Reads records of the journal's export format: lines <c>NAME=value</c>, or for values that are not clean text <c>NAME</c>, a line
/// end, the length as 8 bytes little-endian, the bytes and a line end; an empty line ends the record.
/// </summary>
internal sealed class ExportReader(Stream export)
{
    /// <summary>Bytes kept of a value; the rest is passed over.</summary>
    public const int MaxValueLength = 64 * 1024;

    private readonly byte[] _buffer = new byte[256 * 1024];
    private int _start;
    private int _end;

    private ReadOnlySpan<byte> Buffered => _buffer.AsSpan(_start.._end);

    /// <summary>Reads the next record.</summary>
    /// <param name="record">Cleared and filled.</param>
    /// <returns>False at the end of the export.</returns>
    public bool TryRead(JournalRecord record)
    {
        record.Clear();
        var any = false;
        while (TryField(record, out var isEnd))
        {
            if (isEnd && any) return true;
            any |= !isEnd;
        }
        return any;
    }

    private bool TryField(JournalRecord record, out bool isEnd)
    {
        isEnd = false;
        Ensure(JournalFieldNames.MaxLength + 1);
        var mark = Buffered[..Math.Min(Buffered.Length, JournalFieldNames.MaxLength + 1)].IndexOfAny((byte)'=', (byte)'\n');
        if (mark < 0) return SkipLine(); // no field name: damaged; go on with the next line
        isEnd = mark == 0 && Buffered[0] == '\n';
        var isText = Buffered[mark] == '=';
        var target = JournalFieldNames.Of(Buffered[..mark]) is { } field && record[field].WrittenCount == 0 ? record[field] : null;
        _start += mark + 1;
        if (isEnd) return true;
        return isText ? TakeLine(target) : TakeBinary(target);
    }

    private bool SkipLine() => TakeLine(null) && (_start < _end || Fill());

    private bool TakeLine(ArrayBufferWriter<byte>? target)
    {
        while (true)
        {
            var end = Buffered.IndexOf((byte)'\n');
            Take(end < 0 ? Buffered.Length : end, target);
            if (end >= 0)
            {
                _start++;
                return true;
            }
            if (!Fill()) return target is not null;
        }
    }

    private bool TakeBinary(ArrayBufferWriter<byte>? target)
    {
        Ensure(sizeof(ulong));
        if (Buffered.Length < sizeof(ulong)) return false;
        var length = BinaryPrimitives.ReadUInt64LittleEndian(Buffered);
        _start += sizeof(ulong);
        while (length > 0)
        {
            if (_start == _end && !Fill()) return target is not null;
            var count = (int)Math.Min(length, (ulong)Buffered.Length);
            Take(count, target);
            length -= (ulong)count;
        }
        Ensure(1);
        if (!Buffered.IsEmpty && Buffered[0] == '\n') _start++;
        return true;
    }

    private void Take(int count, ArrayBufferWriter<byte>? target)
    {
        if (target is not null) target.Write(Buffered[..Math.Min(count, MaxValueLength - target.WrittenCount)]);
        _start += count;
    }

    private void Ensure(int count)
    {
        while (_end - _start < count && Fill())
        {
        }
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            Buffered.CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }
        var count = export.Read(_buffer.AsSpan(_end));
        _end += count;
        return count > 0;
    }
}
