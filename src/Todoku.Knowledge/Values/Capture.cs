using System.Text;
using Todoku.Knowledge.Sources;

namespace Todoku.Knowledge.Values;

/// <summary>A capture pattern of a rule, ready to be looked for.</summary>
internal sealed class Capture
{
    private readonly byte[][] _literals;
    private readonly string[] _names;

    private Capture(IReadOnlyList<string> parts)
    {
        // parts: literal, name, literal, name ... literal.
        _literals = [.. parts.Where((_, i) => i % 2 == 0).Select(literal => Encoding.UTF8.GetBytes(literal.ToLowerInvariant()))];
        _names = [.. parts.Where((_, i) => i % 2 == 1)];
    }

    /// <summary>Takes a pattern as a rule writes it; null when it is none, which the compiler of knowledge has refused.</summary>
    public static Capture? Of(string pattern) => CapturePattern.Parse(pattern, out _) is { } parsed ? new Capture(parsed.Parts) : null;

    /// <summary>Adds the values of the first place where the pattern fits.</summary>
    /// <returns>Whether it fitted.</returns>
    public bool Match(in ValueText text, ValueList values)
    {
        for (var from = 0; from <= text.Length;)
        {
            var at = text.Find(_literals[0], from);
            if (at < 0) return false;
            if (MatchAt(at + _literals[0].Length, text, values)) return true;
            from = at + 1;
        }
        return false;
    }

    // Each value is taken whole, so there is nothing to go back over.
    private bool MatchAt(int place, in ValueText text, ValueList values)
    {
        Span<(int Start, int Length)> found = stackalloc (int, int)[_names.Length];
        for (var i = 0; i < _names.Length; i++)
        {
            var length = ValueToken.LengthOf(_names[i], text.Folded[place..]);
            var behind = _literals[i + 1];
            if (length == 0 || !text.At(place + length, behind)) return false;
            found[i] = (place, length);
            place += length + behind.Length;
        }
        for (var i = 0; i < found.Length; i++) values.Add(_names[i], text.Printed.Slice(found[i].Start, found[i].Length));
        return true;
    }
}
