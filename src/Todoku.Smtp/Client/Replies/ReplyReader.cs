using System.Diagnostics.CodeAnalysis;
using Todoku.Smtp.Client.Wire;

namespace Todoku.Smtp.Client.Replies;

/// <summary>
/// Reads replies from a stream in bounded memory. A line ends at LF, with or without a CR before it; CR, NUL and other controls within a line are
/// kept as they are.
/// </summary>
internal sealed class ReplyReader(Stream stream)
{
    private const int BufferSize = 4096;
    private const int KeptSize = 256;

    private readonly byte[] _buffer = new byte[BufferSize];
    private byte[] _kept = new byte[KeptSize];
    private int _keptLength;
    private int _start;
    private int _end;
    private int _lineStart;
    private int _lines;
    private int _total;
    private bool _isTruncated;

    /// <summary>Whether octets came that no reply was read from yet.</summary>
    public bool HasBuffered => _start < _end || _total > 0;

    /// <summary>Reads one reply.</summary>
    /// <exception cref="EndOfStreamException">The server closed the connection first.</exception>
    /// <exception cref="SmtpProtocolException">What came is no reply, or passes a limit.</exception>
    public async ValueTask<ServerReply> ReadAsync(CancellationToken ct)
    {
        while (true)
        {
            if (TryTake(out var reply)) return reply;
            _start = 0;
            _end = 0;
            _end = await stream.ReadAsync(_buffer, ct).ConfigureAwait(false);
            if (_end == 0) throw new EndOfStreamException("the server closed the connection");
        }
    }

    // False when more octets are wanted; all that came are taken then.
    private bool TryTake([NotNullWhen(true)] out ServerReply? reply)
    {
        reply = null;
        while (_start < _end)
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var end = rest.IndexOf((byte)'\n');
            var taken = end < 0 ? rest.Length : end + 1;
            _total += taken;
            if (_total > ReplyLimits.Total) throw new SmtpProtocolException($"a reply of more than {ReplyLimits.Total} octets");
            Keep(end < 0 ? rest : rest[..end]);
            _start += taken;
            if (end >= 0 && EndLine(out var code))
            {
                reply = new ServerReply(code, _kept[.._keptLength], _isTruncated);
                Reset();
                return true;
            }
        }
        return false;
    }

    private void Keep(ReadOnlySpan<byte> octets)
    {
        // One more than the limit, so that a CR at the very end is not counted.
        var room = ReplyLimits.Line + 1 - (_keptLength - _lineStart);
        if (octets.Length > room)
        {
            octets = octets[..room];
            _isTruncated = true;
        }
        // Room for the LF too.
        if (_keptLength + octets.Length >= _kept.Length) Array.Resize(ref _kept, Math.Max(_keptLength + octets.Length + 1, _kept.Length * 2));
        octets.CopyTo(_kept.AsSpan(_keptLength));
        _keptLength += octets.Length;
    }

    // True for the last line. Reply-line = *( Reply-code "-" [ textstring ] CRLF ) Reply-code [ SP textstring ] CRLF
    private bool EndLine(out ushort code)
    {
        if (_keptLength > _lineStart && _kept[_keptLength - 1] == '\r') _keptLength--;
        if (_keptLength - _lineStart > ReplyLimits.Line)
        {
            _keptLength = _lineStart + ReplyLimits.Line;
            _isTruncated = true;
        }
        var line = _kept.AsSpan(_lineStart, _keptLength - _lineStart);
        if (!TryReadCode(line, out code, out var isLast)) throw new SmtpProtocolException($"a line that is no reply: {PrintableText.Of(line)}");
        if (++_lines > ReplyLimits.Lines) throw new SmtpProtocolException($"a reply of more than {ReplyLimits.Lines} lines");
        if (isLast) return true;
        _kept[_keptLength++] = (byte)'\n';
        _lineStart = _keptLength;
        return false;
    }

    private void Reset()
    {
        _keptLength = _lineStart = _lines = _total = 0;
        _isTruncated = false;
        if (_kept.Length > KeptSize) _kept = new byte[KeptSize];
    }

    private static bool TryReadCode(ReadOnlySpan<byte> line, out ushort code, out bool isLast)
    {
        code = 0;
        isLast = line.Length == 3 || (line.Length > 3 && line[3] != '-');
        if (line.Length < 3 || line[0] is < (byte)'2' or > (byte)'5' || !char.IsAsciiDigit((char)line[1]) || !char.IsAsciiDigit((char)line[2])) return false;
        if (line.Length > 3 && line[3] is not ((byte)'-' or (byte)' ' or (byte)'\t')) return false;
        code = (ushort)(((line[0] - '0') * 100) + ((line[1] - '0') * 10) + line[2] - '0');
        return true;
    }
}
