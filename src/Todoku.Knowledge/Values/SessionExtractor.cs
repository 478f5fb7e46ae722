namespace Todoku.Knowledge.Values;

/// <summary>
/// Finds the id under which the provider knows the session: before Google's <c> - gsmtp</c>, within the brackets that Microsoft
/// closes a reply with, behind <c>id=</c>, <c>session id </c> and <c>queue id </c>.
/// </summary>
internal static class SessionExtractor
{
    private const int MinLength = 6;
    private const int MaxLength = 160;

    public static void Extract(in ValueText text, ValueList values)
    {
        if (values.Has(ReplyValueNames.Session)) return;
        BeforeTrailer(text, " - gsmtp"u8, values);
        BeforeTrailer(text, " - gcdp"u8, values);
        OutlookBrackets(text, values);
        foreach (var mark in (ReadOnlySpan<byte[]>)Marks)
        {
            var at = text.Find(mark, 0);
            if (at < 0 || (at > 0 && char.IsAsciiLetterOrDigit((char)text.Folded[at - 1]))) continue;
            var place = at + mark.Length;
            var length = ValueToken.LengthOf(ReplyValueNames.Session, text.Folded[place..]);
            if (length >= MinLength && text.Folded.Slice(place, length).ContainsAnyInRange((byte)'0', (byte)'9')) values.Add(ReplyValueNames.Session, text.Printed.Slice(place, length));
        }
    }

    private static readonly byte[][] Marks = ["id="u8.ToArray(), "id: "u8.ToArray(), "session id "u8.ToArray(), "session id: "u8.ToArray(), "queue id "u8.ToArray(), "session="u8.ToArray()];

    private static void BeforeTrailer(in ValueText text, ReadOnlySpan<byte> trailer, ValueList values)
    {
        var end = text.Folded.LastIndexOf(trailer);
        if (end <= 0) return;
        var start = text.Folded[..end].LastIndexOf((byte)' ') + 1;
        if (end - start is >= MinLength and <= MaxLength) values.Add(ReplyValueNames.Session, text.Printed[start..end]);
    }

    private static void OutlookBrackets(in ValueText text, ValueList values)
    {
        var host = text.Folded.LastIndexOf(".outlook.com"u8);
        if (host < 0) return;
        var open = text.Folded[..host].LastIndexOf((byte)'[');
        var close = open < 0 ? -1 : text.Find("]"u8, host);
        if (close < 0 || close - open > MaxLength) return;
        values.Add(ReplyValueNames.Session, text.Printed[(open + 1)..close]);
    }
}
