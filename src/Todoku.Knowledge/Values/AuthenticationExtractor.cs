namespace Todoku.Knowledge.Values;

/// <summary>
/// Finds what a reply says of SPF, DKIM and DMARC: <c>SPF [example.com] with ip: [192.0.2.1] = did not pass</c>,
/// <c>DKIM = did not pass</c>, <c>spf=fail</c>, <c>example.com's DMARC policy</c>, <c>sending domain [example.com]</c>.
/// </summary>
internal static class AuthenticationExtractor
{
    // How far behind the method's name its "=" may stand.
    private const int MaxToEquals = 96;

    private static readonly byte[][] Results =
    [
        .. new[]
        {
            "did not pass", "does not pass", "didn't pass", "not pass", "passed", "pass", "failed", "fail", "softfail", "none", "neutral", "temperror", "permerror",
            "bestguesspass", "not aligned", "reject", "quarantine",
        }.Select(System.Text.Encoding.ASCII.GetBytes),
    ];

    public static void Extract(in ValueText text, ValueList values)
    {
        Method(text, "spf"u8, ReplyValueNames.SpfDomain, ReplyValueNames.SpfResult, values);
        Method(text, "dkim"u8, ReplyValueNames.DkimDomain, ReplyValueNames.DkimResult, values);
        Method(text, "dmarc"u8, ReplyValueNames.DmarcDomain, ReplyValueNames.DmarcResult, values);
        var hasEquals = text.Folded.Contains((byte)'=');
        if (hasEquals) Named(text, "selector="u8, ReplyValueNames.DkimSelector, values);
        Named(text, "selector: "u8, ReplyValueNames.DkimSelector, values);
        if (hasEquals) Tags(text, values);
        if (text.Find("dmarc"u8, 0) >= 0) DmarcDomain(text, values);
    }

    private static void Tags(in ValueText text, ValueList values)
    {
        Named(text, " s="u8, ReplyValueNames.DkimSelector, values);
        Named(text, "header.s="u8, ReplyValueNames.DkimSelector, values);
        Named(text, " d="u8, ReplyValueNames.DkimDomain, values);
        Named(text, "header.d="u8, ReplyValueNames.DkimDomain, values);
    }

    private static void Method(in ValueText text, ReadOnlySpan<byte> method, string domainName, string resultName, ValueList values)
    {
        for (var from = 0; ;)
        {
            var at = text.Find(method, from);
            if (at < 0) return;
            from = at + method.Length;
            if (at > 0 && char.IsAsciiLetterOrDigit((char)text.Folded[at - 1])) continue;
            var window = text.Folded.Slice(from, Math.Min(MaxToEquals, text.Length - from));
            var equals = window.IndexOf((byte)'=');
            if (equals < 0 || !IsBetween(window[..equals])) continue;
            Domain(text, from, equals, domainName, values);
            Result(text, from + equals + 1, resultName, values);
        }
    }

    // Between the method and its "=" stand a domain, an address and the words for them, but no other sentence or method.
    private static bool IsBetween(ReadOnlySpan<byte> words) => words.IndexOf(". "u8) < 0 && words.IndexOf("dkim"u8) < 0 && words.IndexOf("spf"u8) < 0 && words.IndexOf("//"u8) < 0;

    private static void Domain(in ValueText text, int from, int length, string name, ValueList values)
    {
        var words = text.Folded.Slice(from, length);
        var start = words.IndexOf((byte)'[') is >= 0 and var open ? open + 1 : words.StartsWith(" "u8) ? 1 : 0;
        var run = ValueToken.LengthOf(name, words[start..]);
        if (run > 0) values.Add(name, text.Printed.Slice(from + start, run));
    }

    private static void Result(in ValueText text, int from, string name, ValueList values)
    {
        while (from < text.Length && text.Folded[from] == ' ') from++;
        byte[] longest = [];
        foreach (var result in Results)
        {
            if (result.Length > longest.Length && text.At(from, result)) longest = result;
        }
        values.Add(name, text.Printed.Slice(from, longest.Length));
    }

    private static void Named(in ValueText text, ReadOnlySpan<byte> mark, string name, ValueList values)
    {
        var at = text.Find(mark, 0);
        if (at < 0 || values.Has(name)) return;
        var place = at + mark.Length;
        values.Add(name, text.Printed.Slice(place, ValueToken.LengthOf(name, text.Folded[place..])));
    }

    private static void DmarcDomain(in ValueText text, ValueList values)
    {
        if (values.Has(ReplyValueNames.DmarcDomain)) return;
        var owner = text.Find("'s dmarc"u8, 0);
        if (owner > 0)
        {
            var start = text.Folded[..owner].LastIndexOfAny(" [(<\""u8) + 1;
            if (ValueToken.Host(text.Folded[start..owner]) == owner - start) values.Add(ReplyValueNames.DmarcDomain, text.Printed[start..owner]);
        }
        Named(text, "dmarc policy for "u8, ReplyValueNames.DmarcDomain, values);
        Named(text, "dmarc policy of "u8, ReplyValueNames.DmarcDomain, values);
        Named(text, "sending domain "u8, ReplyValueNames.DmarcDomain, values);
        Named(text, "sending domain ["u8, ReplyValueNames.DmarcDomain, values);
        Named(text, "from domain "u8, ReplyValueNames.DmarcDomain, values);
        var policy = text.Find("dmarc policy of "u8, 0);
        if (policy >= 0) Result(text, policy + "dmarc policy of "u8.Length, ReplyValueNames.DmarcResult, values);
    }
}
