using System.Net;

namespace Todoku.Authentication.Spf;

/// <summary>Guesses what a wrong term was meant to be, from the mistakes that people make.</summary>
internal static class SpfSuggestion
{
    /// <summary>A term that is right and probably meant; empty when that can't be told.</summary>
    public static string For(string term, SpfSyntaxProblem problem)
    {
        var guess = Guess(term, problem);
        return guess.Length > 0 && guess != term && SpfRecord.Parse($"v=spf1 {guess}").IsValid ? guess : "";
    }

    private static string Guess(string term, SpfSyntaxProblem problem)
    {
        // "-all," and "–all" with a dash that a word processor made.
        if (term.AsSpan().TrimEnd(",;") is { } trimmed && trimmed.Length < term.Length) return Fixed(trimmed.ToString());
        if (problem == SpfSyntaxProblem.NotAscii)
        {
            return term.Replace('\u2013', '-').Replace('\u2014', '-').Replace("\u200b", "", StringComparison.Ordinal)
                .Trim('\u201c', '\u201d', '\ufeff', '\u00a0');
        }
        return Fixed(term);
    }

    private static string Fixed(string term)
    {
        var qualifier = term.Length > 0 && term[0] is '+' or '-' or '?' or '~' ? term[..1] : "";
        var body = term[qualifier.Length..];
        var end = body.AsSpan().IndexOfAny(':', '=');
        var name = (end < 0 ? body : body[..end]).ToLowerInvariant();
        var value = end < 0 ? "" : body[(end + 1)..];
        // An address under the wrong name, or under none.
        var address = end < 0 || value.Length == 0 ? body : name is "a" or "mx" or "ip" or "ipv4" or "ipv6" or "ip4" or "ip6" ? value : body;
        if (AddressTerm(address) is { Length: > 0 } meant) return qualifier + meant;
        return name switch
        {
            "redirect" or "exp" when end >= 0 => $"{name}={value}",
            "includes" or "inc" or "included" when end >= 0 => $"{qualifier}include:{value}",
            "include" when value.Contains('/', StringComparison.Ordinal) => $"{qualifier}include:{value[..value.IndexOf('/', StringComparison.Ordinal)]}",
            "exist" when end >= 0 => $"{qualifier}exists:{value}",
            "all" or "al" or "alll" or "all." => $"{qualifier}all",
            _ => body == term && Uri.CheckHostName(body) == UriHostNameType.Dns && body.Contains('.', StringComparison.Ordinal) ? $"include:{body}" : term,
        };
    }

    private static string AddressTerm(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var address = slash < 0 ? text : text[..slash];
        if (AddressText.TryParseIPv4(address, out _)) return $"ip4:{text}";
        return IPAddress.TryParse(address, out _) && AddressText.TryParseIPv6(address, out _) ? $"ip6:{text}" : "";
    }
}
