using System.Buffers;

namespace Todoku.Smtp.Data;

/// <summary>
/// Writes a message as DATA wants it: a dot is put before a line that begins with one, and the end is CRLF.CRLF (RFC 5321, section 4.5.2). A bare CR or
/// LF is written as CRLF, so that no server reads an end where none is. Octets may come cut at any place.
/// </summary>
public struct DotEncoder
{
    private bool _isWithinLine;
    private bool _isAfterCr;

    /// <summary>Writes the next octets.</summary>
    public void Encode(ReadOnlySpan<byte> input, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        while (!input.IsEmpty)
        {
            if (_isAfterCr)
            {
                _isAfterCr = _isWithinLine = false;
                output.Write("\r\n"u8);
                if (input[0] == '\n') input = input[1..];
                continue;
            }
            if (!_isWithinLine && input[0] == '.') output.Write("."u8);
            var end = input.IndexOfAny((byte)'\r', (byte)'\n');
            if (end < 0)
            {
                output.Write(input);
                _isWithinLine = true;
                return;
            }
            output.Write(input[..end]);
            if (input[end] == '\r')
            {
                _isAfterCr = _isWithinLine = true;
            }
            else
            {
                output.Write("\r\n"u8);
                _isWithinLine = false;
            }
            input = input[(end + 1)..];
        }
    }

    /// <summary>Ends the last line where it has no end, and the message.</summary>
    public void Finish(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (_isWithinLine) output.Write("\r\n"u8);
        output.Write(".\r\n"u8);
        this = default;
    }
}
