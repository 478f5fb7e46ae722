namespace Todoku.Apply.NameServers;

/// <summary>Puts a term into an SPF record (RFC 7208): before what decides about all others, <c>all</c> or <c>redirect=</c>. All else stays.</summary>
internal static class SpfText
{
    /// <summary>How such a record begins.</summary>
    public const string Start = "v=spf1";

    private const string Redirect = "redirect=";

    // What a domain has that never had a record: nobody knows yet what else sends for it, so others only look suspicious.
    private const string Otherwise = "~all";

    /// <summary>The record with the term; null: there is no record yet.</summary>
    public static string With(string? record, string term)
    {
        if (record is null) return $"{Start} {term} {Otherwise}";
        var terms = record.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (terms.Exists(one => string.Equals(one.TrimStart('+'), term, StringComparison.OrdinalIgnoreCase))) return record;
        var at = terms.FindIndex(IsAll);
        if (at < 0) at = terms.FindIndex(one => one.StartsWith(Redirect, StringComparison.OrdinalIgnoreCase));
        terms.Insert(at < 0 ? terms.Count : at, term);
        return string.Join(' ', terms);
    }

    /// <summary>The mechanisms of a record, without <c>all</c>.</summary>
    public static IReadOnlyList<string> MechanismsOf(string record) => [.. record.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Where(term => !IsAll(term) && !term.Contains('=', StringComparison.Ordinal))];

    private static bool IsAll(string term) => string.Equals(term.TrimStart('+', '-', '~', '?'), "all", StringComparison.OrdinalIgnoreCase);
}
