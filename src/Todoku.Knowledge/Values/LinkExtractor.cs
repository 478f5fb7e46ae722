namespace Todoku.Knowledge.Values;

/// <summary>Finds the links that a reply gives.</summary>
internal static class LinkExtractor
{
    public static void Extract(in ValueText text, ValueList values)
    {
        for (var place = 0; place < text.Length;)
        {
            var at = text.Folded[place..].IndexOfAny((byte)'h', (byte)'w');
            if (at < 0) return;
            place += at;
            var isStart = place == 0 || !char.IsAsciiLetterOrDigit((char)text.Folded[place - 1]);
            var length = isStart ? ValueToken.Link(text.Folded[place..]) : 0;
            values.Add(ReplyValueNames.Url, text.Printed.Slice(place, length));
            place += Math.Max(1, length);
        }
    }
}
