using System.Buffers;

namespace Todoku.Relay.Sendmail;

/// <summary>
/// Brings what a program writes to the command into the form that travels: every line end, be it LF, CRLF, CR CR LF or a bare CR, becomes CRLF, and the last line
/// gets its end. A line with a dot alone ends the message, unless that was switched off.
/// </summary>
internal sealed class CommandInput(bool endsAtDot)
{
    private int _returns;
    private bool _isLineStart = true;
    private bool _holdsDot;

    /// <summary>Whether a dot alone came: what follows is no message.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Takes the next octets.</summary>
    public void Take(ReadOnlySpan<byte> input, IBufferWriter<byte> output)
    {
        while (!input.IsEmpty && !HasEnded)
        {
            switch (input[0])
            {
                case (byte)'\n':
                    EndLine(output);
                    input = input[1..];
                    continue;
                case (byte)'\r':
                    _returns++;
                    input = input[1..];
                    continue;
            }
            EndBareReturns(output);
            if (_isLineStart && endsAtDot && input[0] == '.')
            {
                (_holdsDot, _isLineStart) = (true, false);
                input = input[1..];
                continue;
            }
            ReleaseDot(output);
            var length = input.IndexOfAny((byte)'\r', (byte)'\n');
            if (length < 0) length = input.Length;
            output.Write(input[..length]);
            _isLineStart = false;
            input = input[length..];
        }
    }

    /// <summary>The program wrote all that it had.</summary>
    public void Finish(IBufferWriter<byte> output)
    {
        if (HasEnded) return;
        if (_returns > 0 || !_isLineStart) EndLine(output);
    }

    private void EndLine(IBufferWriter<byte> output)
    {
        _returns = 0;
        _isLineStart = true;
        if (_holdsDot) HasEnded = true;
        else output.Write("\r\n"u8);
    }

    private void EndBareReturns(IBufferWriter<byte> output)
    {
        if (_returns == 0) return;
        ReleaseDot(output);
        for (; _returns > 0; _returns--) output.Write("\r\n"u8);
        _isLineStart = true;
    }

    private void ReleaseDot(IBufferWriter<byte> output)
    {
        if (!_holdsDot) return;
        _holdsDot = false;
        output.Write("."u8);
    }
}
