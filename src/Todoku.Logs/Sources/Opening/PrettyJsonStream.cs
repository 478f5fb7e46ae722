using Todoku.Logs.Envelopes.Formats;

namespace Todoku.Logs.Sources.Opening;

/// <summary>
/// Puts JSON objects that were written over several lines (<c>journalctl -o json-pretty</c>, <c>jq .</c>) on one line each. Byte for byte: line
/// breaks within an object become blanks, all else stays. An object that was cut ends where a line begins with the brace of the next.
/// </summary>
internal sealed class PrettyJsonStream(LogStream json) : LogStream
{
    private int _carried = -1;
    private int _depth;
    private int _length;
    private bool _inString;
    private bool _isEscaped;
    private bool _lineBegins = true;

    /// <inheritdoc/>
    public override long StoredBytesRead => json.StoredBytesRead;

    /// <summary>Whether an input begins with an object of several lines.</summary>
    public static bool IsPretty(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("{"u8)) return false;
        var rest = head[1..];
        var blanks = rest.IndexOfAnyExcept(" \t\r\n"u8);
        return blanks > 0 && rest[blanks] == '"' && rest[..blanks].Contains((byte)'\n');
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) return 0;
        var count = 0;
        if (_carried >= 0) buffer[count++] = (byte)_carried;
        _carried = -1;
        count += json.Read(buffer[count..]);
        if (count == 0) Problem = json.Problem;
        for (var i = 0; i < count; i++) Take(ref buffer[i], i + 1 < count ? buffer[i + 1] : -1);
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) json.Dispose();
        base.Dispose(disposing);
    }

    private void Take(ref byte value, int next)
    {
        if (_depth == 0)
        {
            if (_lineBegins && value == '{') (_depth, _length) = (1, 0);
            _lineBegins = value == '\n';
        }
        // Longer objects are not unpacked; a line break within a string is none of JSON's.
        else if (++_length > JsonLine.MaxLength || (_inString && value == '\n'))
        {
            Leave(value);
        }
        else if (_inString)
        {
            if (_isEscaped) _isEscaped = false;
            else if (value == '\\') _isEscaped = true;
            else if (value == '"') _inString = false;
        }
        else
        {
            TakeMark(ref value, next);
        }
    }

    private void TakeMark(ref byte value, int next)
    {
        if (value == '"') _inString = true;
        else if (value is (byte)'{' or (byte)'[') _depth++;
        else if (value is (byte)'}' or (byte)']') _depth--;
        else if (value == '\r') value = (byte)' ';
        else if (value == '\n' && (next >= 0 ? next : LookAhead()) == '{') Leave(value);
        else if (value == '\n') value = (byte)' ';
    }

    private void Leave(byte value)
    {
        _depth = 0;
        _inString = _isEscaped = false;
        _lineBegins = value == '\n';
    }

    private int LookAhead()
    {
        Span<byte> next = stackalloc byte[1];
        if (json.Read(next) == 1) _carried = next[0];
        return _carried;
    }
}
