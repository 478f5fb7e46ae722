using System.Buffers;
using System.Globalization;
using System.Text;

namespace Todoku.Diagnosis.Reports.Escaping;

/// <summary>
/// Makes text of strangers safe to show: whatever a terminal or a reader's eye could be fooled by is written as a visible escape
/// (<c>\x1b</c>, <c>\u202e</c>). That is: control characters (C0, C1, DEL), format characters (bidirectional controls, zero-width
/// characters, tags), line and paragraph separators, private use and unassigned characters, lone surrogates.
/// </summary>
public static class VisibleText
{
    private static readonly SearchValues<char> PlainAscii = SearchValues.Create(
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>The text with everything that is not plainly visible escaped; on one line.</summary>
    public static string Escape(string text)
    {
        var first = text.AsSpan().IndexOfAnyExcept(PlainAscii);
        if (first < 0) return text;
        var result = new StringBuilder(text.Length + 16);
        result.Append(text, 0, first);
        var rest = text.AsSpan(first);
        while (!rest.IsEmpty)
        {
            var status = Rune.DecodeFromUtf16(rest, out var rune, out var used);
            if (status != OperationStatus.Done) AppendEscape(result, rest[0]);
            else if (IsVisible(rune)) result.Append(rest[..used]);
            else AppendEscape(result, rune.Value);
            rest = rest[used..];
        }
        return result.ToString();
    }

    /// <summary>The same for text of several lines: line breaks stay.</summary>
    public static string EscapeLines(string text) =>
        text.Contains('\n', StringComparison.Ordinal) ? string.Join('\n', text.Split('\n').Select(Escape)) : Escape(text);

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        _ => true,
    };

    private static void AppendEscape(StringBuilder result, int value)
    {
        if (value == '\t') result.Append("\\t");
        else if (value == '\n') result.Append("\\n");
        else if (value == '\r') result.Append("\\r");
        else if (value < 0x100) result.Append("\\x").Append(value.ToString("x2", CultureInfo.InvariantCulture));
        else if (value < 0x10000) result.Append("\\u").Append(value.ToString("x4", CultureInfo.InvariantCulture));
        else result.Append("\\U").Append(value.ToString("x8", CultureInfo.InvariantCulture));
    }
}
