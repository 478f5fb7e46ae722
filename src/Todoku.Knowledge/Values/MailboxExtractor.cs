namespace Todoku.Knowledge.Values;

/// <summary>Finds addresses and HELO names in angle brackets, and tells by the words around them whose they are.</summary>
internal static class MailboxExtractor
{
    // How far before and behind the brackets the telling words stand.
    private const int Before = 24;
    private const int Behind = 32;

    public static void Extract(in ValueText text, ValueList values)
    {
        for (var place = 0; ;)
        {
            var open = text.Find("<"u8, place);
            if (open < 0) return;
            place = open + 1;
            var close = text.Find(">"u8, place);
            if (close < 0) return;
            var inner = text.Folded[place..close];
            if (ValueToken.Mailbox(inner) == inner.Length) values.Add(RoleOf(text, open, close), text.Printed[place..close]);
            else if (Follows(text, close, "helo command"u8) && ValueToken.LengthOf(ReplyValueNames.Helo, inner) == inner.Length) values.Add(ReplyValueNames.Helo, text.Printed[place..close]);
        }
    }

    private static string RoleOf(in ValueText text, int open, int close)
    {
        if (Follows(text, close, "sender "u8) || Precedes(text, open, "from"u8) || Precedes(text, open, "sender"u8)) return ReplyValueNames.Sender;
        return ReplyValueNames.Recipient;
    }

    private static bool Follows(in ValueText text, int close, ReadOnlySpan<byte> word) =>
        text.Folded.Slice(close, Math.Min(Behind, text.Length - close)).IndexOf(word) >= 0;

    // The word nearest to the bracket counts: "from <a@b> to <c@d>".
    private static bool Precedes(in ValueText text, int open, ReadOnlySpan<byte> word)
    {
        var before = text.Folded[Math.Max(0, open - Before)..open];
        var end = before.LastIndexOf((byte)'>');
        return before[(end + 1)..].IndexOf(word) >= 0;
    }
}
