using System.Buffers;
using System.Text;

namespace Todoku.Mail.Internationalized;

/// <summary>
/// Writes internationalized domain names for people: the U-labels with the A-labels beside them, <c>日本語.jp (xn--wgv71a119e.jp)</c> (RFC 5890, section
/// 2.3.2.1). A name stays as it is where one of its labels could be taken for another one (<see cref="ReadableLabel"/>).
/// </summary>
public static class ReadableNames
{
    private const string Prefix = "xn--";

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._");

    /// <summary>A text for people in which all names can be read; a name that occurs again has its U-labels alone. Not for commands, records and addresses of pages, which are copied.</summary>
    public static string In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Contains(Prefix, StringComparison.OrdinalIgnoreCase)) return text;
        var result = new StringBuilder(text.Length * 2);
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < text.Length;)
        {
            var rest = text.AsSpan(at);
            var length = rest.IndexOfAnyExcept(NameCharacters);
            if (length < 0) length = rest.Length;
            if (length == 0)
            {
                result.Append(text[at++]);
                continue;
            }
            // The full stop of a sentence is none of the name.
            var name = rest[..length].TrimEnd('.').ToString();
            if (IsInUrl(text, at, name.Length) || Of(name) is not { } readable) result.Append(rest[..length]);
            else result.Append(readable).Append(seen.Add(name) ? $" ({name})" : "").Append(rest[name.Length..length]);
            at += length;
        }
        return result.ToString();
    }

    /// <summary>The name with U-labels; null when it has no A-labels, or one that is not safe to show.</summary>
    public static string? Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!name.Contains(Prefix, StringComparison.OrdinalIgnoreCase)) return null;
        var labels = name.Split('.');
        for (var i = 0; i < labels.Length; i++)
        {
            if (!labels[i].StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) continue;
            if (!ReadableLabel.TryDecode(labels[i], out var readable)) return null;
            labels[i] = readable;
        }
        return string.Join('.', labels);
    }

    // Of an address of a page, or a host with its port.
    private static bool IsInUrl(string text, int at, int length)
    {
        var end = at + length;
        return (at > 0 && text[at - 1] == '/') || (end < text.Length && text[end] == '/') || (end + 1 < text.Length && text[end] == ':' && char.IsAsciiDigit(text[end + 1]));
    }
}
