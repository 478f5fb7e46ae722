using System.Buffers;
using System.Text;

namespace Todoku.Diagnosis.Reports.Redaction;

/// <summary>
/// Masks the local parts of all addresses in a text, and where a masked local part stands again in the same text without its
/// domain ("550 john.doe: no such user"), that one too.
/// </summary>
internal sealed class AddressMask(Pseudonyms pseudonyms)
{
    // A shorter local part would be found in ordinary words.
    private const int MinBareLength = 4;

    private static readonly SearchValues<char> LocalEnds = SearchValues.Create(" \t<>()[],;:\"'|\\");
    private static readonly SearchValues<char> DomainEnds = SearchValues.Create(" \t<>()[],;:\"'|\\/=?&%@!{}*");

    // Keys that stand before an address with an equals sign; any other equals sign may be part of the local part (VERP).
    private static readonly string[] Keys =
        ["to", "from", "orig_to", "sasl_username", "sasl_sender", "mailfrom", "message-id", "recipient", "email", "sender", "id", "f", "header", "e", "mfrom"];

    /// <summary>The text with its addresses masked.</summary>
    public string Mask(string text)
    {
        if (!text.Contains('@', StringComparison.Ordinal) && !text.Contains("%40", StringComparison.Ordinal)) return text;
        var result = new StringBuilder(text.Length);
        var bare = new List<(string Local, string Name)>();
        var from = 0;
        while (NextAt(text, from, out var at, out var length))
        {
            var start = LocalStart(text, from, at);
            var end = DomainEnd(text, at + length);
            if (start == at)
            {
                result.Append(text, from, at + length - from);
                from = at + length;
                continue;
            }
            var local = text[start..at];
            var name = pseudonyms.User($"{local.Trim('"')}@{text[(at + length)..end]}");
            bare.Add((local.Trim('"'), name));
            result.Append(text, from, start - from).Append(name).Append(text, at, end - at);
            from = end;
        }
        result.Append(text, from, text.Length - from);
        return bare.Aggregate(result.ToString(), (masked, pair) => ReplaceWord(masked, pair.Local, pair.Name));
    }

    private static bool NextAt(string text, int from, out int at, out int length)
    {
        at = text.IndexOf('@', from);
        length = 1;
        var encoded = text.IndexOf("%40", from, StringComparison.Ordinal);
        if (encoded < 0 || (at >= 0 && at < encoded)) return at >= 0;
        at = encoded;
        length = 3;
        return true;
    }

    private static int LocalStart(string text, int from, int at)
    {
        if (at > from && text[at - 1] == '"')
        {
            var quote = text.AsSpan(from, at - 1 - from).LastIndexOf('"');
            if (quote >= 0) return from + quote;
        }
        var start = from + text.AsSpan(from, at - from).LastIndexOfAny(LocalEnds) + 1;
        var equals = text.AsSpan(start, at - start).IndexOf('=');
        return equals > 0 && IsKey(text.AsSpan(start, equals)) ? start + equals + 1 : start;
    }

    private static bool IsKey(ReadOnlySpan<char> word)
    {
        word = word[(word.LastIndexOfAny("&?.".AsSpan()) + 1)..];
        foreach (var key in Keys)
            if (word.Equals(key, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static int DomainEnd(string text, int from)
    {
        var end = text.AsSpan(from).IndexOfAny(DomainEnds);
        return end < 0 ? text.Length : from + end;
    }

    private static string ReplaceWord(string text, string local, string name) =>
        local.Length < MinBareLength ? text : WholeWord.Replace(text, local, name);
}
