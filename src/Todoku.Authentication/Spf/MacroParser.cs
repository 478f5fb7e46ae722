using System.Buffers;
using System.Text;

namespace Todoku.Authentication.Spf;

/// <summary>Reads macro strings (RFC 7208, section 7.1).</summary>
internal static class MacroParser
{
    // delimiter = "." / "-" / "+" / "," / "/" / "_" / "="
    private static readonly SearchValues<char> Delimiters = SearchValues.Create(".-+,/_=");

    private const string Letters = "slodiphv";
    private const string ExplanationLetters = "crt";

    // More parts than any name or address has.
    private const int MostParts = 10_000;

    /// <summary>Reads a macro string.</summary>
    /// <returns>Null when it is right; else what is wrong with it.</returns>
    public static SpfSyntaxProblem? Parse(ReadOnlySpan<char> text, MacroUse use, out MacroString? result)
    {
        result = null;
        var pieces = new List<MacroPiece>();
        var literal = new StringBuilder();
        // Behind the last macro-expand.
        var tail = 0;
        for (var i = 0; i < text.Length;)
        {
            if (text[i] != '%')
            {
                if (text[i] > '~') return SpfSyntaxProblem.NotAscii;
                if (text[i] < ' ' || (text[i] == ' ' && use != MacroUse.Explanation)) return SpfSyntaxProblem.ControlCharacter;
                literal.Append(text[i++]);
                continue;
            }
            if (i + 1 == text.Length) return SpfSyntaxProblem.BadMacro;
            switch (text[i + 1])
            {
                case '%' or '_' or '-':
                    literal.Append(text[i + 1] switch { '%' => "%", '_' => " ", _ => "%20" });
                    i += 2;
                    break;
                case '{':
                    var end = text[i..].IndexOf('}');
                    if (end < 0) return SpfSyntaxProblem.BadMacro;
                    if (ParseMacro(text[(i + 2)..(i + end)], use, out var piece) is { } problem) return problem;
                    Flush(literal, pieces);
                    pieces.Add(piece);
                    i += end + 1;
                    break;
                default:
                    return SpfSyntaxProblem.BadMacro;
            }
            tail = i;
        }
        Flush(literal, pieces);
        if (use == MacroUse.Domain && !EndsAsDomain(text[tail..], hasMacro: tail > 0)) return SpfSyntaxProblem.BadDomain;
        result = new MacroString(text.ToString(), pieces);
        return null;
    }

    // macro-letter transformers *delimiter; transformers = *DIGIT [ "r" ]
    private static SpfSyntaxProblem? ParseMacro(ReadOnlySpan<char> text, MacroUse use, out MacroPiece piece)
    {
        piece = default;
        if (text.IsEmpty) return SpfSyntaxProblem.BadMacro;
        var letter = char.ToLowerInvariant(text[0]);
        if (!Letters.Contains(letter, StringComparison.Ordinal))
        {
            if (!ExplanationLetters.Contains(letter, StringComparison.Ordinal)) return SpfSyntaxProblem.BadMacro;
            if (use != MacroUse.Explanation) return SpfSyntaxProblem.MacroOnlyInExplanation;
        }
        var i = 1;
        var parts = 0;
        for (; i < text.Length && char.IsAsciiDigit(text[i]); i++) parts = Math.Min(MostParts, parts * 10 + (text[i] - '0'));
        if (i > 1 && parts == 0) return SpfSyntaxProblem.ZeroParts;
        var isReversed = i < text.Length && text[i] is 'r' or 'R';
        if (isReversed) i++;
        var delimiters = text[i..];
        if (delimiters.ContainsAnyExcept(Delimiters)) return SpfSyntaxProblem.BadMacro;
        piece = new MacroPiece(null, letter, char.IsAsciiLetterUpper(text[0]), parts, isReversed, delimiters.IsEmpty ? "." : delimiters.ToString());
        return null;
    }

    // domain-end = ( "." toplabel [ "." ] ) / macro-expand
    private static bool EndsAsDomain(ReadOnlySpan<char> tail, bool hasMacro)
    {
        if (tail.IsEmpty) return hasMacro;
        if (tail.EndsWith('.')) tail = tail[..^1];
        var dot = tail.LastIndexOf('.');
        return dot >= 0 && IsTopLabel(tail[(dot + 1)..]);
    }

    // toplabel = ( *alphanum ALPHA *alphanum ) / ( 1*alphanum "-" *( alphanum / "-" ) alphanum )
    private static bool IsTopLabel(ReadOnlySpan<char> label)
    {
        var isNumber = true;
        foreach (var c in label)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-') return false;
            isNumber &= char.IsAsciiDigit(c);
        }
        return !label.IsEmpty && !isNumber && label[0] != '-' && label[^1] != '-';
    }

    private static void Flush(StringBuilder literal, List<MacroPiece> pieces)
    {
        if (literal.Length == 0) return;
        pieces.Add(new MacroPiece(literal.ToString(), default, default, default, default, ""));
        literal.Clear();
    }
}
