using System.Text;

namespace Todoku.Mail.Messages.Notices;

/// <summary>
/// Reads recipients and reasons out of the prose of a bounce.
/// </summary>
/// <remarks>
/// <code>
/// a line                                what it begins
/// &lt;a@example.com&gt;:   a@example.com      what is said of that recipient, up to the next one or an empty line after it
/// &lt;a@example.com&gt;: 550 no             the same, in one line, with or without the brackets
/// ... delivered to: &lt;a@example.com&gt;    the same
/// </code>
/// Where no line names a recipient but the header does, or nobody does, the reason is the line that holds a reply code with those that go on with it, else
/// the first paragraphs.
/// </remarks>
internal static class FailureText
{
    private const int MaxReason = 2_000;
    private const int MaxAddress = 320;

    /// <summary>Reads them.</summary>
    /// <param name="report">The text up to the returned message; lines end in LF.</param>
    /// <param name="named">Recipients that the header names.</param>
    public static List<FailedRecipient> Read(string report, IReadOnlyList<string> named)
    {
        var recipients = ByLines(report);
        foreach (var other in named.Where(other => !recipients.Exists(known => known.Address.Equals(other, StringComparison.OrdinalIgnoreCase))))
            recipients.Add(new FailedRecipient(other, "failed", "", "", ""));
        if (recipients.Count == 0) recipients.Add(new FailedRecipient("", "failed", "", "", ""));
        if (recipients.TrueForAll(recipient => recipient.Diagnostic.Length > 0)) return recipients;
        var reason = ReasonOf(report);
        if (reason.Length == 0) return recipients[0].Address.Length == 0 ? [] : recipients;
        return [.. recipients.Select(recipient => recipient.Diagnostic.Length > 0 ? recipient : recipient with { Diagnostic = reason })];
    }

    private static List<FailedRecipient> ByLines(string report)
    {
        List<FailedRecipient> recipients = [];
        string? address = null;
        var reason = new StringBuilder();
        foreach (var line in report.Split('\n'))
        {
            if (recipients.Count == MessageNotice.MaxRecipients) break;
            if (AddressOf(line, out var same) is { } next)
            {
                Add();
                address = next;
                reason.Append(same);
            }
            else if (address is not null && line.AsSpan().Trim().IsEmpty && reason.Length > 0)
            {
                // "Technical report:" says nothing by itself.
                if (reason[^1] != ':') Add();
            }
            else if (address is not null && reason.Length < MaxReason) reason.Append(reason.Length > 0 ? " " : "").Append(line.AsSpan().Trim());
        }
        Add();
        return recipients;

        void Add()
        {
            if (address is not null && reason.Length > 0) recipients.Add(new FailedRecipient(address, "failed", "", Cut(reason.ToString()), ""));
            address = null;
            reason.Clear();
        }
    }

    private static string? AddressOf(string line, out string reason)
    {
        var text = line.AsSpan().Trim();
        reason = "";
        if (text.StartsWith("<"))
        {
            var close = text.IndexOf('>');
            if (close < 0 || !IsAddress(text[1..close])) return null;
            var rest = text[(close + 1)..].TrimStart();
            if (!rest.IsEmpty && rest[0] is not (':' or '.' or ',')) return null;
            reason = rest.TrimStart(":., ").ToString();
            return text[1..close].ToString();
        }
        if (text.EndsWith(">") && text.LastIndexOf('<') is > 0 and var open && text[..open].TrimEnd().EndsWith("to:", StringComparison.OrdinalIgnoreCase))
            return IsAddress(text[(open + 1)..^1]) ? text[(open + 1)..^1].ToString() : null;
        if (text.IndexOf(": ") is > 0 and var colon && IsAddress(text[..colon]))
        {
            reason = text[(colon + 2)..].Trim().ToString();
            return text[..colon].ToString();
        }
        var bare = text.TrimEnd(':');
        return IsAddress(bare) ? bare.ToString() : null;
    }

    private static bool IsAddress(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        if (at <= 0 || at == text.Length - 1 || text.Length > MaxAddress) return false;
        foreach (var c in text)
            if (char.IsWhiteSpace(c) || c is ':' or '(' or '/' or '<' or '>') return false;
        return true;
    }

    private static string ReasonOf(string report)
    {
        var lines = report.Split('\n');
        for (var i = 0; i < lines.Length; i++)
            if (HoldsReply(lines[i])) return Join(lines.AsSpan(i), 1);
        return Join(lines, 3);
    }

    // "550 5.1.1 ..." or "said: 550-..." anywhere in the line.
    private static bool HoldsReply(string line)
    {
        for (var i = 0; i + 4 <= line.Length; i++)
        {
            if (line[i] is not ('4' or '5') || !char.IsAsciiDigit(line[i + 1]) || !char.IsAsciiDigit(line[i + 2]) || line[i + 3] is not (' ' or '-')) continue;
            if (line[i + 1] <= '5' && (i == 0 || line[i - 1] is ' ' or ':' or '\t' or '"' or '\'' or '(' or '<')) return true;
        }
        return false;
    }

    private static string Join(ReadOnlySpan<string> lines, int paragraphs)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            var trimmed = line.AsSpan().Trim();
            if (trimmed.IsEmpty && text.Length > 0 && --paragraphs == 0) break;
            if (trimmed.IsEmpty || text.Length >= MaxReason) continue;
            text.Append(text.Length > 0 ? " " : "").Append(trimmed);
        }
        return Cut(text.ToString());
    }

    private static string Cut(string text) => text.Length > MaxReason ? text[..MaxReason] : text;
}
