namespace Todoku.Logs.Envelopes.Json;

/// <summary>
/// Walks over the members of a JSON object (RFC 8259) without an exception and without recursion, since the line is a stranger's. It
/// is lenient: a line that was cut gives the members before the cut.
/// </summary>
/// <param name="line">The line.</param>
/// <param name="start">Where the object's brace stands.</param>
internal ref struct JsonScanner(ReadOnlySpan<byte> line, int start)
{
    private readonly ReadOnlySpan<byte> _line = line;
    private int _at = start + 1;

    /// <summary>Goes to the next member.</summary>
    /// <param name="key">Its name, as written.</param>
    /// <param name="value">Where its value stands.</param>
    /// <returns>False at the end of the object or where it breaks.</returns>
    public bool TryNext(out ReadOnlySpan<byte> key, out JsonSlot value)
    {
        key = default;
        value = default;
        SkipBlanks();
        if (Peek() == ',') _at++;
        SkipBlanks();
        if (Peek() != '"' || !TryString(out var name)) return false;
        key = _line.Slice(name.Start, name.Length);
        SkipBlanks();
        if (Peek() != ':') return false;
        _at++;
        SkipBlanks();
        return TryValue(out value);
    }

    private bool TryValue(out JsonSlot value)
    {
        var first = Peek();
        if (first == '"') return TryString(out value);
        if (first is '{' or '[') return TryNested(first == '{' ? JsonKind.Object : JsonKind.Array, out value);
        var length = _line[_at..].IndexOfAny(",}] \t"u8);
        if (length < 0) length = _line.Length - _at;
        var kind = _line.Slice(_at, length).SequenceEqual("null"u8) ? JsonKind.Null : JsonKind.Plain;
        value = new JsonSlot(kind, _at, length);
        _at += length;
        return length > 0;
    }

    private bool TryString(out JsonSlot value)
    {
        value = default;
        var from = ++_at;
        while (true)
        {
            var found = _line[_at..].IndexOfAny((byte)'"', (byte)'\\');
            if (found < 0) return false;
            _at += found;
            if (_line[_at] == '"') break;
            _at = Math.Min(_at + 2, _line.Length);
        }
        value = new JsonSlot(JsonKind.String, from, _at - from);
        _at++;
        return true;
    }

    private bool TryNested(JsonKind kind, out JsonSlot value)
    {
        var from = _at;
        var depth = 0;
        value = default;
        while (true)
        {
            var found = _line[_at..].IndexOfAny("\"{}[]"u8);
            if (found < 0) return false;
            _at += found;
            if (_line[_at] == '"')
            {
                if (!TryString(out _)) return false;
                continue;
            }
            depth += _line[_at++] is (byte)'{' or (byte)'[' ? 1 : -1;
            if (depth > 0) continue;
            value = new JsonSlot(kind, from, _at - from);
            return true;
        }
    }

    private readonly int Peek() => _at < _line.Length ? _line[_at] : -1;

    private void SkipBlanks()
    {
        while (_at < _line.Length && _line[_at] is (byte)' ' or (byte)'\t') _at++;
    }
}
