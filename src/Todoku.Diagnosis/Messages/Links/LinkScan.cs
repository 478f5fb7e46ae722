using System.Text;

namespace Todoku.Diagnosis.Messages.Links;

/// <summary>
/// Finds the links of texts and of HTML. It is no HTML parser: it looks for attributes <c>href</c> and <c>src</c> within tags, and for addresses that
/// begin with http:// or https:// elsewhere, which is what filters do.
/// </summary>
public static class LinkScan
{
    /// <summary>The most links that are kept.</summary>
    public const int MaxLinks = 500;

    private const int MaxUrl = 2_000;
    private const int MaxShownUrl = 300;
    private const int MaxShownText = 500;

    /// <summary>The links of a text.</summary>
    public static IEnumerable<MessageLink> OfText(ReadOnlyMemory<byte> text)
    {
        // Links are ASCII in every charset of mail; other octets end them.
        var found = 0;
        for (var at = 0; found < MaxLinks;)
        {
            var next = NextUrl(text.Span[at..]);
            if (next < 0) yield break;
            at += next;
            var url = UrlAt(text.Span[at..]);
            if (Make(url, "", isLoaded: false) is { } link)
            {
                found++;
                yield return link;
            }
            at += Math.Max(url.Length, 1);
        }
    }

    /// <summary>The links of an HTML text.</summary>
    public static IReadOnlyList<MessageLink> OfHtml(ReadOnlySpan<byte> html)
    {
        List<MessageLink> links = [];
        while (links.Count < MaxLinks)
        {
            var open = html.IndexOf((byte)'<');
            if (open < 0) break;
            html = html[(open + 1)..];
            var close = TagEnd(html);
            var tag = html[..close];
            html = html[close..];
            var isAnchor = IsTag(tag, "a"u8) || IsTag(tag, "area"u8);
            var url = AttributeOf(tag, isAnchor ? "href"u8 : "src"u8);
            if (url.Length == 0) continue;
            var shown = isAnchor ? ShownHost(html) : "";
            if (Make(url, shown, isLoaded: !isAnchor) is { } link) links.Add(link);
        }
        return links;
    }

    /// <summary>The host of a URL with http or https, in small letters; empty when it has none.</summary>
    public static string HostOf(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        var start = url.IndexOf("://", StringComparison.Ordinal);
        if (start < 0 || !(url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase))) return "";
        var rest = url.AsSpan(start + 3);
        var end = rest.IndexOfAny("/?#\\");
        if (end >= 0) rest = rest[..end];
        var user = rest.LastIndexOf('@');
        if (user >= 0) rest = rest[(user + 1)..];
        if (rest.StartsWith("[") && rest.IndexOf(']') is > 0 and var bracket) return rest[..(bracket + 1)].ToString().ToLowerInvariant();
        var port = rest.IndexOf(':');
        if (port >= 0) rest = rest[..port];
        return rest.Length > 255 ? "" : rest.TrimEnd('.').ToString().ToLowerInvariant();
    }

    private static MessageLink? Make(string url, string shown, bool isLoaded)
    {
        url = url.Replace("&amp;", "&", StringComparison.OrdinalIgnoreCase).Trim();
        var host = HostOf(url);
        return host.Length == 0 ? null : new MessageLink(url.Length > MaxShownUrl ? url[..MaxShownUrl] : url, host, shown, isLoaded);
    }

    // What a reader sees of "<a href=...>TEXT</a>", when the text itself looks like a link.
    private static string ShownHost(ReadOnlySpan<byte> html)
    {
        var end = html.IndexOf("</"u8);
        if (end < 0 || end > MaxShownText) return "";
        var text = html[..end];
        text = text[(text.LastIndexOf((byte)'>') + 1)..].Trim(" \t\r\n"u8);
        if (text.IsEmpty || text.ContainsAny(" \t\r\n@"u8) || text.ContainsAnyInRange((byte)0x80, (byte)0xFF)) return "";
        var shown = Encoding.ASCII.GetString(text);
        if (HostOf(shown) is { Length: > 0 } host) return host;
        return shown.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? HostOf($"http://{shown}") : "";
    }

    private static int NextUrl(ReadOnlySpan<byte> text)
    {
        for (var at = 0; ;)
        {
            var sign = text[at..].IndexOf("://"u8);
            if (sign < 0) return -1;
            sign += at;
            if (sign >= 5 && System.Text.Ascii.EqualsIgnoreCase(text.Slice(sign - 5, 5), "https"u8)) return sign - 5;
            if (sign >= 4 && System.Text.Ascii.EqualsIgnoreCase(text.Slice(sign - 4, 4), "http"u8)) return sign - 4;
            at = sign + 3;
        }
    }

    private static string UrlAt(ReadOnlySpan<byte> text)
    {
        var length = 0;
        while (length < text.Length && length < MaxUrl && text[length] is > 0x20 and < 0x7F and not ((byte)'<' or (byte)'>' or (byte)'"' or (byte)'\'' or (byte)'`')) length++;
        return Encoding.ASCII.GetString(text[..length]).TrimEnd('.', ',', ';', ')', ']', '!', '?');
    }

    // A ">" within quotation marks does not end a tag; one that has no end at all does so after a while.
    private static int TagEnd(ReadOnlySpan<byte> html)
    {
        var quote = (byte)0;
        var most = Math.Min(html.Length, 4 * MaxUrl);
        for (var i = 0; i < most; i++)
        {
            if (quote != 0)
            {
                if (html[i] == quote) quote = 0;
            }
            else if (html[i] is (byte)'"' or (byte)'\'') quote = html[i];
            else if (html[i] == '>') return i + 1;
        }
        var plain = html[..most].IndexOf((byte)'>');
        return plain < 0 ? most : plain + 1;
    }

    private static bool IsTag(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> name) =>
        tag.Length > name.Length && System.Text.Ascii.EqualsIgnoreCase(tag[..name.Length], name) && tag[name.Length] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private static string AttributeOf(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> name)
    {
        for (var at = 0; at + name.Length < tag.Length; at++)
        {
            if ((tag[at] | 0x20) != name[0] || at == 0 || tag[at - 1] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'"' or (byte)'\'')) continue;
            if (!System.Text.Ascii.EqualsIgnoreCase(tag.Slice(at, name.Length), name)) continue;
            var rest = tag[(at + name.Length)..].TrimStart(" \t\r\n"u8);
            if (!rest.StartsWith("="u8)) continue;
            rest = rest[1..].TrimStart(" \t\r\n"u8);
            if (rest.IsEmpty) return "";
            var end = rest[0] is (byte)'"' or (byte)'\'' ? rest[1..].IndexOf(rest[0]) : rest.IndexOfAny(" \t\r\n>"u8);
            var value = rest[0] is (byte)'"' or (byte)'\'' ? rest[1..][..(end < 0 ? rest.Length - 1 : end)] : rest[..(end < 0 ? rest.Length : end)];
            return value.Length > MaxUrl ? "" : Encoding.UTF8.GetString(value);
        }
        return "";
    }
}
