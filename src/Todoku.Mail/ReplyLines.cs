namespace Todoku.Mail;

/// <summary>Takes a joined reply apart into its lines, without their reply codes.</summary>
/// <remarks>
/// Where a line begins is told by the code alone, since the line breaks are gone:
/// <list type="bullet">
/// <item>"550-" begins a line if the reply began with "550-" too, or if an enhanced code follows;</item>
/// <item>"550 " begins the last line of a reply that began with "550-", once;</item>
/// <item>"550 " followed by an enhanced code begins a line in any reply, so that "see error 550 here" stays text.</item>
/// </list>
/// Exim writes a line break as "\n".
/// </remarks>
internal ref struct ReplyLines
{
    private readonly ReadOnlySpan<byte> _mark;
    private readonly bool _isMultiLine;
    private ReadOnlySpan<byte> _rest;
    private bool _sawLast;
    private bool _isDone;

    /// <summary>Starts before the first line.</summary>
    /// <param name="reply">The reply from its code on.</param>
    /// <param name="code">Its code.</param>
    /// <param name="length">The length of the code and what follows it.</param>
    public ReplyLines(ReadOnlySpan<byte> reply, ushort code, int length)
    {
        _mark = reply[..3];
        _isMultiLine = length == 4 && reply[3] == '-';
        _rest = Blank.TrimStart(reply[length..]);
        // "550 550 5.1.1 text": a gateway that put its own code before the one it was told.
        while (!_isMultiLine && ReplyCode.TryRead(_rest, out var again, out var taken) && again == code)
        {
            _isMultiLine = taken == 4 && _rest[3] == '-';
            _rest = Blank.TrimStart(_rest[taken..]);
        }
    }

    /// <summary>The line.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>Goes to the next line.</summary>
    public bool MoveNext()
    {
        if (_isDone) return false;
        var next = Next(out var end);
        if (next < 0)
        {
            Current = _rest;
            _isDone = true;
            return true;
        }
        Current = _rest[..end];
        _rest = Blank.TrimStart(_rest[(next + 4)..]);
        return true;
    }

    private int Next(out int end)
    {
        end = 0;
        for (var from = 0; ;)
        {
            var at = _rest[from..].IndexOf(_mark);
            if (at < 0) return -1;
            at += from;
            if (at + 3 < _rest.Length && BeginsLine(at, out end)) return at;
            from = at + 3;
        }
    }

    private bool BeginsLine(int at, out int end)
    {
        end = at;
        if (at >= 2 && _rest[at - 1] == 'n' && _rest[at - 2] == '\\') end = at - 2;
        else if (at > 0 && !Blank.Is(_rest[at - 1])) return false;
        var after = _rest[at + 3];
        if (after is not ((byte)'-' or (byte)' ')) return false;
        if (EnhancedStatusCode.TryParsePrefix(Blank.TrimStart(_rest[(at + 4)..]), out _, out _)) return true;
        if (!_isMultiLine || _sawLast) return false;
        if (after == '-') return true;
        return _sawLast = true;
    }
}
