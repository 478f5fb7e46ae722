using System.Text;

namespace Todoku.Knowledge.Sources;

/// <summary>Words to look for in a reply: literal parts in order, with gaps between them and borders at the ends.</summary>
/// <param name="Parts">The literal parts, folded as replies are: ASCII in lower case, one blank for a run of white space.</param>
/// <param name="BorderBefore">Whether a word border is wanted before the first part.</param>
/// <param name="BorderAfter">Whether a word border is wanted after the last part.</param>
internal sealed record Anchor(IReadOnlyList<string> Parts, bool BorderBefore, bool BorderAfter)
{
    /// <summary>An anchor needs a part of this many bytes: shorter ones occur everywhere and tell nothing.</summary>
    public const int MinPartBytes = 3;

    /// <summary>Parts over this many bytes are sentences that a server will word differently tomorrow.</summary>
    public const int MaxPartBytes = 200;

    /// <summary>How many parts an anchor may have.</summary>
    public const int MaxParts = 8;

    /// <summary>How many bytes a gap may span.</summary>
    public const int MaxGap = 200;

    /// <summary>Whether finding the one literal is all there is to it.</summary>
    public bool IsPlain => Parts.Count == 1 && !BorderBefore && !BorderAfter;

    /// <summary>The same text for equal anchors.</summary>
    public string Key => $"{(BorderBefore ? "|" : "")}{string.Join('*', Parts)}{(BorderAfter ? "|" : "")}";

    /// <summary>Whether a part is long enough for the automaton; shorter ones are only looked for when all others were found.</summary>
    public static bool IsScanned(string part) => Encoding.UTF8.GetByteCount(part) >= MinPartBytes;

    /// <summary>Reads an anchor as written; null with the reason when it can't serve.</summary>
    public static Anchor? Parse(string text, out string problem)
    {
        problem = "";
        var inner = text.AsSpan();
        var before = inner.StartsWith('|');
        if (before) inner = inner[1..];
        var after = inner.EndsWith('|');
        if (after) inner = inner[..^1];
        var hasGaps = inner.Contains('*');
        var parts = new List<string>();
        foreach (var range in inner.Split('*'))
        {
            // Blanks beside a gap belong to it: "using * spamhaus" is met by "using zen.spamhaus.org".
            var part = Fold(hasGaps ? inner[range].Trim() : inner[range]);
            if (part.Length == 0) continue;
            if (Encoding.UTF8.GetByteCount(part) > MaxPartBytes) problem = $"the anchor \"{text}\" is too long: keep the {MaxPartBytes} bytes that tell most, or put * for the rest";
            parts.Add(part);
        }
        if (parts.Count > MaxParts) problem = $"the anchor \"{text}\" has more than {MaxParts} parts: split it into several of 'all'";
        if (parts.Count > 0 && !parts.Exists(IsScanned)) problem = $"the anchor \"{text}\" is too short: write at least {MinPartBytes} bytes in a row that hardly occur elsewhere";
        if (parts.Count == 0) problem = $"the anchor \"{text}\" holds no words: write the words to look for";
        return problem.Length > 0 ? null : new Anchor(parts, before, after);
    }

    private static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is not (' ' or '\t' or '\r' or '\n')) folded.Append(char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c);
            else if (folded.Length == 0 || folded[^1] != ' ') folded.Append(' ');
        }
        return folded.ToString();
    }
}
