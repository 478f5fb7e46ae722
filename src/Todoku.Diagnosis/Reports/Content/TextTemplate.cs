using System.Buffers;
using System.Text;
using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Reports.Texts;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Reports.Content;

/// <summary>
/// Fills the <c>{name}</c> placeholders of knowledge texts. Values come from strangers' replies, and texts hold commands to copy:
/// only values of harmless characters are put in, so that no reply can smuggle a command into the reader's shell. The few values that
/// are prose by nature are exempt outside of lines to copy (four spaces at their start). A placeholder without a value, or with a
/// doubtful one, is written as a plain word for it.
/// </summary>
public sealed class TextTemplate(IReadOnlyList<ReplyValue> values, ValueNames names)
{
    /// <summary>Start of a line that is a command or a record to copy.</summary>
    public const string CopyIndent = "    ";

    private const int MaxNameLength = 20;

    private static readonly string[] Prose =
        ["provider", "submitter", ReplyValueNames.Limit, ReplyValueNames.Url, ReplyValueNames.Session, ReplyValueNames.Code, ReplyValueNames.Blocklist,
            .. CheckValueNames.Prose];

    private static readonly SearchValues<char> HarmlessInShell = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.:_-@+/");

    /// <summary>The text with its placeholders filled in.</summary>
    public string Fill(string text)
    {
        if (!text.Contains('{', StringComparison.Ordinal)) return text;
        var result = new StringBuilder(text.Length + 32);
        foreach (var line in text.Split('\n'))
        {
            if (result.Length > 0) result.Append('\n');
            FillLine(line, result);
        }
        return result.ToString();
    }

    private void FillLine(string line, StringBuilder result)
    {
        var isCopied = line.StartsWith(CopyIndent, StringComparison.Ordinal);
        var from = 0;
        while (from < line.Length)
        {
            var open = line.IndexOf('{', from);
            var close = open < 0 ? -1 : line.IndexOf('}', open);
            if (close < 0) break;
            var name = line.AsSpan(open + 1, close - open - 1);
            if (!IsName(name))
            {
                result.Append(line, from, open + 1 - from);
                from = open + 1;
                continue;
            }
            result.Append(line, from, open - from);
            var value = ValueOf(name.ToString(), isCopied);
            if (value.Contains(':', StringComparison.Ordinal) && EndsWithIp4(result)) result[^2] = '6';
            result.Append(value);
            from = close + 1;
        }
        result.Append(line, from, line.Length - from);
    }

    // Texts write ip4:{ip}; SPF wants ip6: before an IPv6 address (RFC 7208, section 5.6).
    private static bool EndsWithIp4(StringBuilder text) => text.Length >= 4 && text.ToString(text.Length - 4, 4) == "ip4:";

    private string ValueOf(string name, bool isCopied)
    {
        foreach (var value in values)
        {
            if (value.Name != name || value.Value.Length == 0) continue;
            if (!value.Value.AsSpan().ContainsAnyExcept(HarmlessInShell)) return value.Value;
            if (!isCopied && Prose.Contains(name)) return value.Value.Replace('`', '\'');
        }
        return names.Missing(name);
    }

    // Braces of other kinds ("awk '{print $1}'", "${name}" of a shell) stay as they are: a placeholder is lower case and underscores only.
    private static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.Length is 0 or > MaxNameLength) return false;
        foreach (var c in name)
            if (c is not ((>= 'a' and <= 'z') or '_')) return false;
        return true;
    }
}
