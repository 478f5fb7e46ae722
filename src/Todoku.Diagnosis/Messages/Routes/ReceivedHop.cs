using System.Net;
using System.Text;
using Todoku.Mail.Messages;

namespace Todoku.Diagnosis.Messages.Routes;

/// <summary>One hop of a message: what a Received field says (RFC 5321, section 4.4). Everything is the writer's word.</summary>
public sealed record ReceivedHop
{
    private const int MaxLength = 4096;

    /// <summary>The field in one line.</summary>
    public required string Text { get; init; }

    /// <summary>What the client called itself in HELO; empty when it is not told.</summary>
    public string From { get; init; } = "";

    /// <summary>The address of the client; null when it is not told.</summary>
    public IPAddress? Ip { get; init; }

    /// <summary>The host that received it; empty when it is not told.</summary>
    public string By { get; init; } = "";

    /// <summary>The protocol: <c>ESMTPS</c>, <c>ESMTPSA</c>, <c>HTTP</c>; empty when it is not told.</summary>
    public string With { get; init; } = "";

    /// <summary>When; null when it can't be read.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Whether the client had logged in (RFC 3848): then it is a user of that server, not another server.</summary>
    public bool IsSubmission => With.StartsWith("ESMTP", StringComparison.OrdinalIgnoreCase) && With.EndsWith('A') || With.Equals("HTTP", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a field. Never fails: what can't be told is left empty.</summary>
    public static ReceivedHop Read(HeaderField field)
    {
        var octets = field.Unfold().AsSpan();
        if (octets.Length > MaxLength) octets = octets[..MaxLength];
        var text = Encoding.UTF8.GetString(octets).ReplaceLineEndings(" ").Replace('\t', ' ');
        var semicolon = text.LastIndexOf(';');
        var route = semicolon < 0 ? text : text[..semicolon];
        var hop = new ReceivedHop { Text = text, Time = semicolon < 0 ? null : MessageDate.Parse(text[(semicolon + 1)..]) };
        var words = Words(route);
        var by = words.FindIndex(word => Is(word, "by"));
        var fromEnd = by < 0 ? words.Count : by;
        if (words.Count > 1 && Is(words[0], "from"))
        {
            var name = words[1].Trim('[', ']');
            var remarks = words.Take(fromEnd).Where(word => word.StartsWith('(')).ToArray();
            hop = hop with
            {
                From = remarks.Select(HeloOf).FirstOrDefault(helo => helo.Length > 0) ?? words[1],
                Ip = remarks.Select(AddressIn).FirstOrDefault(ip => ip is not null) ?? ParseAddress(name),
            };
        }
        if (by >= 0 && by + 1 < words.Count) hop = hop with { By = words[by + 1] };
        var with = words.FindIndex(Math.Max(by, 0), word => Is(word, "with"));
        return with >= 0 && with + 1 < words.Count ? hop with { With = words[with + 1] } : hop;
    }

    private static bool Is(string word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);

    // Words and comments; a comment is one word, with its parentheses.
    private static List<string> Words(string text)
    {
        List<string> words = [];
        var (start, depth) = (-1, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            if (c == '(' && depth++ == 0)
            {
                Add(i);
                start = i;
            }
            else if (c == ')' && depth > 0 && --depth == 0) Add(i + 1);
            else if (depth == 0 && char.IsWhiteSpace(c)) Add(i);
            else if (depth == 0 && start < 0 && c != ')') start = i;
        }
        Add(text.Length);
        return words;

        void Add(int end)
        {
            if (start >= 0 && end > start) words.Add(text[start..end]);
            start = -1;
        }
    }

    // Exim: (helo=mail.example.com), qmail: (HELO mail.example.com), Sendmail and Exchange: none.
    private static string HeloOf(string remark)
    {
        var at = remark.IndexOf("helo", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || at + 4 >= remark.Length || remark[at + 4] is not ('=' or ' ')) return "";
        return remark[(at + 5)..].Split(' ', ')')[0];
    }

    private static IPAddress? AddressIn(string remark)
    {
        var open = remark.LastIndexOf('[');
        var close = open < 0 ? -1 : remark.IndexOf(']', open);
        if (close > 0) return ParseAddress(remark[(open + 1)..close]);
        return remark.Trim('(', ')').Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ParseAddress).FirstOrDefault(ip => ip is not null);
    }

    private static IPAddress? ParseAddress(string text)
    {
        if (text.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase)) text = text[5..];
        // A number alone is read as an address too.
        if (!text.Contains('.', StringComparison.Ordinal) && !text.Contains(':', StringComparison.Ordinal)) return null;
        return IPAddress.TryParse(text, out var ip) ? ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip : null;
    }
}
