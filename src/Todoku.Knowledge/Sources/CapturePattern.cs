namespace Todoku.Knowledge.Sources;

/// <summary>Literal text with <c>{name}</c> where a value stands, as rules write it.</summary>
/// <param name="Parts">Literals and names in turn: a literal first and last (perhaps empty), a name between each two.</param>
internal sealed record CapturePattern(IReadOnlyList<string> Parts)
{
    private static readonly string[] Names =
    [
        ReplyValueNames.Ip, ReplyValueNames.Domain, ReplyValueNames.SpfDomain, ReplyValueNames.DkimDomain, ReplyValueNames.DmarcDomain, ReplyValueNames.Helo,
        ReplyValueNames.DkimSelector, ReplyValueNames.SpfResult, ReplyValueNames.DkimResult, ReplyValueNames.DmarcResult, ReplyValueNames.Code,
        ReplyValueNames.Session, ReplyValueNames.Url, ReplyValueNames.Recipient, ReplyValueNames.Sender, ReplyValueNames.Limit,
    ];

    /// <summary>Reads a pattern; null with the reason when it can't serve.</summary>
    public static CapturePattern? Parse(string text, out string problem)
    {
        var parts = new List<string>();
        var from = 0;
        problem = "";
        while (true)
        {
            var open = text.IndexOf('{', from);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (open < 0 || close < 0) break;
            var name = text[(open + 1)..close];
            if (!Names.Contains(name)) problem = $"the capture \"{text}\" names an unknown value {{{name}}}: write one of {string.Join(", ", Names)}";
            if (parts.Count > 0 && open == from) problem = $"the capture \"{text}\" has two values side by side: put the text between them";
            parts.Add(text[from..open]);
            parts.Add(name);
            from = close + 1;
        }
        parts.Add(text[from..]);
        if (parts.Count == 1) problem = $"the capture \"{text}\" has no value: write {{ip}}, {{domain}} ... where it stands";
        else if (parts.All(part => part.Length == 0 || Names.Contains(part))) problem = $"the capture \"{text}\" has no text around the value: write the words that stand before it";
        return problem.Length > 0 ? null : new CapturePattern(parts);
    }
}
