using Todoku.Logs.Sources;

namespace Todoku.Logs.Reading;

/// <summary>Makes blocks of whole lines of what a follower gives; a line still being written is kept until its end has come.</summary>
internal sealed class FollowedLines(LogFollower follower)
{
    private readonly byte[] _buffer = new byte[LogBlock.Capacity];
    private int _filled;

    /// <summary>Fills a block with at least one line.</summary>
    /// <param name="block">A cleared block.</param>
    /// <param name="caughtUp">Told before waiting.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <returns>False when the waiting was ended.</returns>
    public async Task<bool> FillAsync(LogBlock block, Action caughtUp, CancellationToken ct)
    {
        while (!TakeLines(block))
        {
            try
            {
                var reading = follower.ReadAsync(_buffer.AsMemory(_filled), ct);
                if (!reading.IsCompleted) caughtUp();
                _filled += await reading;
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return false;
            }
        }
        return true;
    }

    private bool TakeLines(LogBlock block)
    {
        var end = _buffer.AsSpan(0, _filled).LastIndexOf((byte)'\n') + 1;
        // A line that fills the whole buffer is longer than any that is understood: it is handed on in pieces.
        if (end == 0 && _filled == _buffer.Length) end = _filled;
        if (end == 0) return false;
        _buffer.AsSpan(0, end).CopyTo(block.Buffer);
        block.Length = end;
        _filled -= end;
        _buffer.AsSpan(end, _filled).CopyTo(_buffer);
        return true;
    }
}
