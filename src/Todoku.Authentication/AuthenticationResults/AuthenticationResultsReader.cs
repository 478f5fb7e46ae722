using System.Buffers;
using System.Text;

namespace Todoku.Authentication.AuthenticationResults;

/// <summary>Moves over the pieces of a field: blanks and comments, keywords, values. Nothing is read twice, so time is linear.</summary>
internal ref struct AuthenticationResultsReader(ReadOnlySpan<byte> text)
{
    // RFC 2045, section 5.1: what ends a token, here together with blanks and controls.
    private static readonly SearchValues<byte> KeywordLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8);

    // Values of properties are read more freely than written: local parts, base64 and URIs stand there bare.
    private static readonly SearchValues<byte> ValueEnd = SearchValues.Create(" \t\r\n;()\""u8);

    private readonly ReadOnlySpan<byte> _text = text;
    private int _at;
    private bool _commentsEnd = true;
    private bool _quotesEnd = true;

    /// <summary>Whether all is read.</summary>
    public readonly bool IsAtEnd => _at >= _text.Length;

    /// <summary>The next octet; 0 at the end.</summary>
    public readonly byte Next => IsAtEnd ? (byte)0 : _text[_at];

    /// <summary>Where it stands.</summary>
    public int Position
    {
        readonly get => _at;
        set => _at = value;
    }

    /// <summary>Passes over blanks and comments (RFC 5322, section 3.2.2, CFWS).</summary>
    /// <returns>The text of the first comment; empty when there is none.</returns>
    public string SkipBlanks()
    {
        var comment = "";
        while (!IsAtEnd)
        {
            if (_text[_at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') _at++;
            else if (_text[_at] != '(' || !TryReadComment(out var text)) break;
            else if (comment.Length == 0) comment = text;
        }
        return comment;
    }

    /// <summary>Passes over one octet when it is next.</summary>
    public bool TrySkip(char octet)
    {
        if (Next != octet || IsAtEnd) return false;
        _at++;
        return true;
    }

    /// <summary>Reads a keyword, in lower case; empty when there is none.</summary>
    public string ReadKeyword()
    {
        var length = _text[_at..].IndexOfAnyExcept(KeywordLetters);
        if (length < 0) length = _text.Length - _at;
        var keyword = Encoding.ASCII.GetString(_text.Slice(_at, length)).ToLowerInvariant();
        _at += length;
        return keyword;
    }

    /// <summary>Reads a value: bare text and quoted strings, up to a blank, a semicolon or a comment; null when there is none.</summary>
    public string? ReadValue()
    {
        StringBuilder? value = null;
        while (!IsAtEnd)
        {
            if (_text[_at] == '"' && TryReadQuoted(out var quoted))
            {
                (value ??= new StringBuilder()).Append(quoted);
                continue;
            }
            var length = _text[_at..].IndexOfAny(ValueEnd);
            if (length < 0) length = _text.Length - _at;
            if (length == 0) break;
            (value ??= new StringBuilder()).Append(Encoding.UTF8.GetString(_text.Slice(_at, length)));
            _at += length;
        }
        return value?.ToString();
    }

    /// <summary>Passes over everything up to the next semicolon that stands outside of quotes and comments.</summary>
    public void SkipPart()
    {
        while (!IsAtEnd && _text[_at] != ';')
        {
            if (_text[_at] == '(' && TryReadComment(out _)) continue;
            if (_text[_at] == '"' && TryReadQuoted(out _)) continue;
            _at++;
        }
    }

    // Comments nest. One that doesn't end is no comment, and then none that follows is one.
    private bool TryReadComment(out string comment)
    {
        comment = "";
        if (!_commentsEnd) return false;
        var text = new StringBuilder();
        var depth = 0;
        for (var i = _at; i < _text.Length; i++)
        {
            var octet = _text[i];
            if (octet == '\\' && i + 1 < _text.Length) octet = _text[++i];
            else if (octet == '(' && ++depth == 1) continue;
            else if (octet == ')' && --depth == 0)
            {
                comment = Unfolded(text);
                _at = i + 1;
                return true;
            }
            text.Append((char)octet);
        }
        _commentsEnd = false;
        return false;
    }

    private bool TryReadQuoted(out string quoted)
    {
        quoted = "";
        if (!_quotesEnd) return false;
        var text = new StringBuilder();
        for (var i = _at + 1; i < _text.Length; i++)
        {
            var octet = _text[i];
            if (octet == '\\' && i + 1 < _text.Length) octet = _text[++i];
            else if (octet == '"')
            {
                quoted = Unfolded(text);
                _at = i + 1;
                return true;
            }
            text.Append((char)octet);
        }
        _quotesEnd = false;
        return false;
    }

    // Collected octet by octet: line ends of folding go, UTF-8 comes together again.
    private static string Unfolded(StringBuilder octets) =>
        Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(octets.Replace("\r", "").Replace("\n", "").ToString()));
}
