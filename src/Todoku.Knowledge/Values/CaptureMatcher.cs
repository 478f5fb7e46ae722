using System.Text;
using Todoku.Knowledge.Sources;

namespace Todoku.Knowledge.Values;

/// <summary>Takes values out by the capture patterns of the rule that decided.</summary>
internal static class CaptureMatcher
{
    /// <summary>Adds the values of the first place where the pattern fits.</summary>
    /// <returns>Whether it fitted.</returns>
    public static bool Match(string pattern, in ValueText text, ValueList values)
    {
        if (CapturePattern.Parse(pattern, out _) is not { } parsed) return false;
        var parts = parsed.Parts;
        var first = Fold(parts[0]);
        for (var from = 0; from <= text.Length;)
        {
            var at = text.Find(first, from);
            if (at < 0) return false;
            if (MatchAt(parts, at + first.Length, text, values)) return true;
            from = at + 1;
        }
        return false;
    }

    // parts: literal, name, literal, name ... literal. Each value is taken whole, so there is nothing to go back over.
    private static bool MatchAt(IReadOnlyList<string> parts, int place, in ValueText text, ValueList values)
    {
        Span<(int Start, int Length)> found = stackalloc (int, int)[parts.Count / 2];
        for (var i = 1; i < parts.Count; i += 2)
        {
            var length = ValueToken.LengthOf(parts[i], text.Folded[place..]);
            if (length == 0 || !text.At(place + length, Fold(parts[i + 1]))) return false;
            found[i / 2] = (place, length);
            place += length + Fold(parts[i + 1]).Length;
        }
        for (var i = 0; i < found.Length; i++) values.Add(parts[(i * 2) + 1], text.Printed.Slice(found[i].Start, found[i].Length));
        return true;
    }

    private static byte[] Fold(string literal) => Encoding.UTF8.GetBytes(literal.ToLowerInvariant());
}
