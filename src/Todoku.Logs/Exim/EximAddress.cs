namespace Todoku.Logs.Exim;

/// <summary>
/// Addresses as Exim writes them: bare, the local part without its quotes in the recipient of a delivery (<c>odd name@example.org</c>),
/// followed by those it came from: <c>RECIPIENT (PARENT) &lt;ORIGINAL&gt;</c>.
/// </summary>
internal static class EximAddress
{
    /// <summary>Length of the sender at the start of an arrival, a quoted local part included.</summary>
    public static int LengthOfSender(ReadOnlySpan<byte> text)
    {
        var at = text is [(byte)'"', ..] ? EximQuoted.LengthAt(text) : 0;
        var end = text[at..].IndexOf((byte)' ');
        return end < 0 ? text.Length : at + end;
    }

    /// <summary>Splits the recipient's part of a delivery.</summary>
    /// <param name="text">All that stands before the fields.</param>
    /// <param name="original">What was given first; empty when the same.</param>
    /// <returns>The recipient. For files, commands and local parts without a domain it is the original.</returns>
    public static ReadOnlySpan<byte> Recipient(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> original)
    {
        var first = ReadOnlySpan<byte>.Empty;
        var recipient = text;
        var open = text.IndexOf(" <"u8);
        if (open >= 0 && text[^1] == '>')
        {
            recipient = text[..open];
            first = text[(open + 2)..^1];
        }
        var parent = recipient.IndexOf(" ("u8);
        if (parent > 0 && recipient[^1] == ')') recipient = recipient[..parent];
        var isAddress = recipient is not [(byte)'/' or (byte)'|' or (byte)':', ..] && recipient.Contains((byte)'@');
        original = isAddress ? first : default;
        return isAddress || first.IsEmpty ? recipient : first;
    }

    /// <summary>Length of an address in angle brackets at the start of a text; all of a text that was cut.</summary>
    public static int LengthOfBracketed(ReadOnlySpan<byte> text)
    {
        var quoted = text is [_, (byte)'"', ..] ? EximQuoted.LengthAt(text[1..]) + 1 : 0;
        var end = text[quoted..].IndexOf((byte)'>');
        return end < 0 ? text.Length : quoted + end + 1;
    }
}
