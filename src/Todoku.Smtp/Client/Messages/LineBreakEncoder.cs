using System.Buffers;

namespace Todoku.Smtp.Client.Messages;

/// <summary>Writes a message as BDAT wants it: as it is, but each bare CR or LF becomes CRLF, and the last line gets its end (RFC 3030, section 3).</summary>
internal struct LineBreakEncoder
{
    private bool _isAfterCr;
    private bool _isWithinLine;

    /// <summary>Writes the next octets.</summary>
    public void Encode(ReadOnlySpan<byte> input, IBufferWriter<byte> output)
    {
        while (!input.IsEmpty)
        {
            if (_isAfterCr)
            {
                _isAfterCr = _isWithinLine = false;
                output.Write("\r\n"u8);
                if (input[0] == '\n') input = input[1..];
                continue;
            }
            var end = input.IndexOfAny((byte)'\r', (byte)'\n');
            if (end < 0)
            {
                output.Write(input);
                _isWithinLine = true;
                return;
            }
            output.Write(input[..end]);
            if (input[end] == '\r') _isAfterCr = _isWithinLine = true;
            else
            {
                output.Write("\r\n"u8);
                _isWithinLine = false;
            }
            input = input[(end + 1)..];
        }
    }

    /// <summary>Ends the last line where it has no end.</summary>
    public void Finish(IBufferWriter<byte> output)
    {
        if (_isWithinLine) output.Write("\r\n"u8);
        this = default;
    }
}
