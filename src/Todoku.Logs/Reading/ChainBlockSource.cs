using Todoku.Logs.Sources;

namespace Todoku.Logs.Reading;

/// <summary>
/// Reads the files of a chain one after the other. A block never spans files; a line cut by the end of a block is carried into the
/// next; a line longer than a block is kept to its first part and the rest passed over. A file that fails is noted and the next read.
/// </summary>
internal sealed class ChainBlockSource(LogChain chain, List<LogProblem> problems) : IBlockSource
{
    private readonly byte[] _carry = new byte[LogBlock.Capacity];
    private int _carried;
    private int _nextFile;
    private LogFile? _file;
    private Stream? _stream;
    private bool _fileBegins;
    private bool _skipToLineEnd;
    private long _bytes;
    private long _bytesBefore;
    private long _lines;

    /// <inheritdoc/>
    public ReadProgress Progress => new(_bytes, chain.Files.Any(file => file.Length < 0) ? -1 : chain.Files.Sum(file => file.Length), _lines, _file?.Name ?? "");

    /// <inheritdoc/>
    public bool Fill(LogBlock block)
    {
        while (_stream is not null || OpenNext())
        {
            if (FillFromFile(block)) return true;
        }
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream?.Dispose();

    private bool OpenNext()
    {
        while (_nextFile < chain.Files.Count)
        {
            _file = chain.Files[_nextFile++];
            _carried = 0;
            _skipToLineEnd = false;
            _fileBegins = true;
            try
            {
                _bytesBefore = _bytes;
                _stream = _file.Open();
                return true;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                problems.Add(LogProblem.From(_file.Name, error));
            }
        }
        return false;
    }

    // False at the end of the file, when nothing is left of it.
    private bool FillFromFile(LogBlock block)
    {
        _carry.AsSpan(0, _carried).CopyTo(block.Buffer);
        var filled = _carried;
        _carried = 0;
        while (true)
        {
            var read = filled < LogBlock.Capacity ? Read(block.Buffer.AsSpan(filled)) : 0;
            if (read == 0 && filled < LogBlock.Capacity) return EndFile(block, filled);
            filled += read;
            var end = block.Buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
            if (_skipToLineEnd && !SkipRestOfLine(block.Buffer, ref filled, ref end)) continue;
            if (end > 0 && filled == LogBlock.Capacity) return Finish(block, end, filled);
            if (end == 0 && filled == LogBlock.Capacity) return CutLongLine(block, filled);
        }
    }

    private int Read(Span<byte> target)
    {
        try
        {
            var read = _stream is null ? 0 : _stream.Read(target);
            CountStored(read);
            return read;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            problems.Add(LogProblem.From(_file?.Name ?? "", error));
            return 0;
        }
    }

    // Progress goes by bytes as stored, which are fewer than those read from a compressed file.
    private void CountStored(int read)
    {
        if (_stream is LogStream stream) _bytes = _bytesBefore + stream.StoredBytesRead;
        else _bytes += read;
    }

    private bool EndFile(LogBlock block, int filled)
    {
        if (_stream is LogStream { Problem: { } problem }) problems.Add(problem);
        _stream?.Dispose();
        _stream = null;
        return filled > 0 && !_skipToLineEnd && Finish(block, filled, filled);
    }

    private bool Finish(LogBlock block, int length, int filled)
    {
        block.Length = length;
        if (_fileBegins) block.BeginsFile = _file;
        _fileBegins = false;
        _carried = filled - length;
        block.Buffer.AsSpan(length, _carried).CopyTo(_carry);
        _lines += length / 150; // for the progress bar only; exact counts are made when lines are parsed
        return true;
    }

    private bool CutLongLine(LogBlock block, int filled)
    {
        _skipToLineEnd = true;
        return Finish(block, filled, filled);
    }

    // Passes over what is left of a line longer than a block.
    private bool SkipRestOfLine(byte[] buffer, ref int filled, ref int end)
    {
        var lineEnd = buffer.AsSpan(0, filled).IndexOf((byte)'\n') + 1;
        if (lineEnd == 0)
        {
            filled = 0;
            return false;
        }
        _skipToLineEnd = false;
        buffer.AsSpan(lineEnd, filled - lineEnd).CopyTo(buffer);
        filled -= lineEnd;
        end = Math.Max(0, end - lineEnd);
        return filled == LogBlock.Capacity;
    }
}
