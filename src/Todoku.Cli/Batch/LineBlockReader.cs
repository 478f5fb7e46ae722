namespace Todoku.Cli.Batch;

/// <summary>Cuts a stream into blocks of whole lines.</summary>
internal sealed class LineBlockReader(Stream input)
{
    /// <summary>A line longer than this is cut, its rest is passed over, and it is answered with an error.</summary>
    public const int MaxLine = 16 * 1024 * 1024;

    private byte[] _carry = [];
    private int _carried;
    private bool _isAtEnd;
    private bool _isInCutLine;

    /// <summary>Fills a block with at least one line.</summary>
    /// <returns>False at the end, when nothing is left.</returns>
    public bool Fill(LineBlock block)
    {
        if (block.Buffer.Length < _carried) block.Buffer = new byte[_carry.Length];
        _carry.AsSpan(0, _carried).CopyTo(block.Buffer);
        var filled = _carried;
        _carried = 0;
        while (true)
        {
            if (filled == block.Buffer.Length)
            {
                if (filled >= MaxLine)
                {
                    _isInCutLine = true;
                    return Finish(block, filled, filled);
                }
                var larger = block.Buffer;
                Array.Resize(ref larger, Math.Min(filled * 2, MaxLine));
                block.Buffer = larger;
            }
            var read = _isAtEnd ? 0 : input.Read(block.Buffer.AsSpan(filled));
            if (read == 0)
            {
                _isAtEnd = true;
                return filled > 0 && Finish(block, filled, filled);
            }
            if (_isInCutLine && !TrySkipCutLine(block, filled, ref read)) continue;
            var end = block.Buffer.AsSpan(filled, read).LastIndexOf((byte)'\n');
            filled += read;
            if (end >= 0) return Finish(block, filled - read + end + 1, filled);
        }
    }

    // What follows the place where a line was cut still belongs to it: one line has one answer.
    private bool TrySkipCutLine(LineBlock block, int filled, ref int read)
    {
        var end = block.Buffer.AsSpan(filled, read).IndexOf((byte)'\n');
        if (end < 0) return false;
        _isInCutLine = false;
        read -= end + 1;
        block.Buffer.AsSpan(filled + end + 1, read).CopyTo(block.Buffer.AsSpan(filled));
        return read > 0;
    }

    private bool Finish(LineBlock block, int length, int filled)
    {
        block.Length = length;
        _carried = filled - length;
        if (_carry.Length < _carried) _carry = new byte[block.Buffer.Length];
        block.Buffer.AsSpan(length, _carried).CopyTo(_carry);
        return true;
    }
}
