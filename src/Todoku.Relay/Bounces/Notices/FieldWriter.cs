using System.Text;

namespace Todoku.Relay.Bounces.Notices;

/// <summary>Writes fields of headers and of delivery reports, folded where they are long (RFC 5322, section 2.2.3).</summary>
internal sealed class FieldWriter
{
    private const int Width = 76;

    // A line of a message has 998 octets at most (RFC 5322, section 2.1.1); a character of UTF-8 has up to four.
    private const int LongestWord = 240;

    private readonly StringBuilder _text = new();

    /// <summary>Writes a field. What a stranger said in it must have gone through <see cref="SafeText"/>.</summary>
    public FieldWriter Field(string name, string value)
    {
        _text.Append(name).Append(':');
        var column = name.Length + 1;
        var isFirst = true;
        foreach (var word in Words(value))
        {
            if (!isFirst && column + 1 + word.Length > Width)
            {
                _text.Append("\r\n");
                column = 0;
            }
            _text.Append(' ').Append(word);
            column += 1 + word.Length;
            isFirst = false;
        }
        _text.Append("\r\n");
        return this;
    }

    /// <summary>Writes a field whose value is folded already.</summary>
    public FieldWriter Folded(string name, string value)
    {
        _text.Append(name).Append(": ").Append(value).Append("\r\n");
        return this;
    }

    /// <summary>Ends a group of fields.</summary>
    public FieldWriter EmptyLine()
    {
        _text.Append("\r\n");
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private static IEnumerable<string> Words(string value)
    {
        foreach (var word in value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            for (var at = 0; at < word.Length;)
            {
                var length = Math.Min(LongestWord, word.Length - at);
                if (at + length < word.Length && char.IsHighSurrogate(word[at + length - 1])) length--;
                yield return word.Substring(at, length);
                at += length;
            }
        }
    }
}
