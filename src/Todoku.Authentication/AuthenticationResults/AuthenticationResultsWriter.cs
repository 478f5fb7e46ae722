using System.Buffers;
using System.Globalization;
using System.Text;

namespace Todoku.Authentication.AuthenticationResults;

/// <summary>Writes an Authentication-Results field by the grammar of RFC 8601, section 2.2, folded at 78 characters where it can be.</summary>
/// <remarks>
/// Values are of strangers: domains, addresses, reasons. What isn't a token or an address that the grammar takes bare is quoted; quotes,
/// backslashes and parentheses are escaped; controls, line separators and half characters become "?". So no value ends its part, its
/// comment or its line. A value is cut at <see cref="MaxValueLength"/>, which keeps lines below the 998 of RFC 5322, section 2.1.1.
/// </remarks>
public static class AuthenticationResultsWriter
{
    /// <summary>The most characters of a value, a reason or a comment that are written.</summary>
    public const int MaxValueLength = 200;

    private const int Width = 78;
    private const string Fold = "\r\n  ";

    // RFC 2045, section 5.1: any printable ASCII but tspecials.
    private static readonly SearchValues<char> TokenLetters =
        SearchValues.Create("!#$%&'*+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz{|}~");

    private static readonly SearchValues<char> KeywordLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private static readonly SearchValues<char> DomainLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._");

    private static readonly SearchValues<char> LocalPartLetters =
        SearchValues.Create("!#$%&'*+-./0123456789=?ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>Writes the field, without a line end behind it.</summary>
    /// <param name="prefix">What stands before it: <c>"Authentication-Results: "</c>, <c>"ARC-Authentication-Results: i=1; "</c>, or nothing.</param>
    /// <param name="field">The field.</param>
    /// <exception cref="ArgumentException">A method, result, property or type is no keyword: they are ours, not a stranger's.</exception>
    public static string Write(string prefix, AuthenticationResultsField field)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentNullException.ThrowIfNull(field);
        var text = new StringBuilder(prefix).Append(Value(field.AuthservId));
        if (field.Version != AuthenticationResultsField.KnownVersion) text.Append(CultureInfo.InvariantCulture, $" {field.Version}");
        if (field.Methods.Count == 0) return text.Append("; none").ToString();
        foreach (var method in field.Methods)
        {
            text.Append(';').Append(Fold);
            var column = Fold.Length - 2;
            foreach (var piece in Pieces(method))
            {
                var isFirst = column == Fold.Length - 2;
                if (!isFirst && column + 1 + piece.Length >= Width)
                {
                    text.Append(Fold).Append(' ');
                    column = Fold.Length - 1;
                }
                else if (!isFirst)
                {
                    text.Append(' ');
                    column++;
                }
                text.Append(piece);
                column += piece.Length;
            }
        }
        return text.ToString();
    }

    private static IEnumerable<string> Pieces(MethodResult method)
    {
        var version = method.Version is { } number ? string.Create(CultureInfo.InvariantCulture, $"/{number}") : "";
        yield return $"{Keyword(method.Method)}{version}={Keyword(method.Result)}";
        if (method.Comment.Length > 0) yield return Comment(method.Comment);
        if (method.Reason.Length > 0) yield return $"reason={Value(method.Reason)}";
        foreach (var property in method.Properties) yield return $"{TypeOf(property)}{Keyword(property.Name)}={PropertyValue(property.Value)}";
    }

    // A field that was read may have properties without a type.
    private static string TypeOf(ResultProperty property) => property.Type.Length > 0 ? $"{Keyword(property.Type)}." : "";

    private static string Keyword(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(KeywordLetters)
        ? text
        : throw new ArgumentException($"\"{text}\" is no keyword.", nameof(text));

    // value = token / quoted-string
    private static string Value(string text)
    {
        text = Clean(text);
        return text.Length > 0 && !text.AsSpan().ContainsAnyExcept(TokenLetters) ? text : Quote(text);
    }

    // pvalue = value / [ [ local-part ] "@" ] domain-name
    private static string PropertyValue(string text)
    {
        text = Clean(text);
        var at = text.LastIndexOf('@');
        var domain = text.AsSpan(at + 1);
        var isBare = at >= 0 && domain.Length > 0 && !domain.ContainsAnyExcept(DomainLetters) && !text.AsSpan(0, at).ContainsAnyExcept(LocalPartLetters)
            && !text.StartsWith('.') && !text.AsSpan(0, at).EndsWith('.') && !text.Contains("..", StringComparison.Ordinal);
        return isBare ? text : Value(text);
    }

    private static string Quote(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Comment(string text) => $"({Clean(text)
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)})";

    // What could end a line, or hide, or is no character at all.
    private static string Clean(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > MaxValueLength) break;
            var isUnsafe = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse;
            clean.Append(isUnsafe || rune == Rune.ReplacementChar ? "?" : rune.ToString());
        }
        return clean.ToString();
    }
}
