using System.Buffers;

namespace Todoku.Dns.Zones;

/// <summary>Cuts a zone file into entries (RFC 1035, section 5.1): words, quotes, parentheses, comments, escapes.</summary>
/// <param name="text">The file; a character is an octet.</param>
/// <param name="file">Its name.</param>
internal sealed class ZoneLexer(string text, string file)
{
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t\r\n;()\"\\");
    private static readonly SearchValues<char> QuoteEnds = SearchValues.Create("\"\\\n");

    private int _at;
    private int _line = 1;

    /// <summary>Reads the next entry.</summary>
    /// <returns>Null at the end.</returns>
    /// <exception cref="ZoneFileException">A quote or a parenthesis is not closed.</exception>
    public ZoneEntry? Read()
    {
        var tokens = new List<ZoneToken>();
        var (begins, start, opened, depth, hasComment) = (false, _line, 0, 0, false);
        while (_at < text.Length)
        {
            switch (text[_at])
            {
                case '\n':
                    _at++;
                    _line++;
                    if (depth > 0) break;
                    if (tokens.Count > 0) return new ZoneEntry(start, tokens, begins, hasComment);
                    (begins, start, hasComment) = (false, _line, false);
                    break;
                case ' ' or '\t' or '\r':
                    begins |= tokens.Count == 0 && depth == 0;
                    _at++;
                    break;
                case ';':
                    hasComment = true;
                    var end = text.IndexOf('\n', _at);
                    _at = end < 0 ? text.Length : end;
                    break;
                case '(':
                    if (depth++ == 0) opened = _line;
                    _at++;
                    break;
                case ')':
                    if (depth-- == 0) throw new ZoneFileException(file, _line, ZoneProblem.StrayParenthesis, ")", "");
                    _at++;
                    break;
                case '"':
                    tokens.Add(ReadQuoted());
                    break;
                default:
                    tokens.Add(ReadWord());
                    break;
            }
        }
        if (depth > 0) throw new ZoneFileException(file, opened, ZoneProblem.UnclosedParenthesis, "(", "");
        return tokens.Count > 0 ? new ZoneEntry(start, tokens, begins, hasComment) : null;
    }

    private ZoneToken ReadQuoted()
    {
        var start = ++_at;
        while (true)
        {
            var next = text.AsSpan(_at).IndexOfAny(QuoteEnds);
            if (next < 0 || text[_at + next] == '\n')
                throw new ZoneFileException(file, _line, ZoneProblem.UnclosedQuote, Shown(start - 1), "");
            _at += next;
            if (text[_at] == '"') return new ZoneToken(text[start..(_at++)], true, _line);
            SkipEscape();
        }
    }

    private ZoneToken ReadWord()
    {
        var start = _at;
        while (_at < text.Length)
        {
            var next = text.AsSpan(_at).IndexOfAny(WordEnds);
            _at = next < 0 ? text.Length : _at + next;
            if (_at == text.Length || text[_at] != '\\') break;
            SkipEscape();
        }
        return new ZoneToken(text[start.._at], false, _line);
    }

    // A backslash takes the character after it along, whatever it is, but not the end of the line.
    private void SkipEscape() => _at = Math.Min(text.Length, _at + (_at + 1 < text.Length && text[_at + 1] == '\n' ? 1 : 2));

    private string Shown(int start) => text[start..Math.Min(text.Length, start + 40)].Split('\n')[0];
}
