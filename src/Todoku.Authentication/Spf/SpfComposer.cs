using System.Net;
using System.Net.Sockets;

namespace Todoku.Authentication.Spf;

/// <summary>
/// Makes the one record that a domain should publish out of those that it has and the addresses that it must name too. What is there stays
/// as it is and in its order, since only its owner knows what it is for; what stands twice goes, addresses come first (they cost no look-up). So do modifiers
/// that nobody knows (<see cref="UnknownModifiers"/>), but for those that are a mechanism with the wrong sign, such as <c>ip4=192.0.2.1</c>.
/// </summary>
public static class SpfComposer
{
    private const string Version = "v=spf1";

    /// <summary>What a record ends in that had no end: receivers mark what it does not name, and don't refuse it yet.</summary>
    private const SpfQualifier NewEnd = SpfQualifier.SoftFail;

    /// <summary>The record.</summary>
    /// <param name="existing">The records that are there; several are an error (RFC 7208, section 4.5) and become one. Terms that break the grammar are left
    /// out unless it can be told what was meant.</param>
    /// <param name="addresses">Sending addresses; one that a block of the record holds already is not added.</param>
    public static string Compose(IReadOnlyList<SpfRecord> existing, IReadOnlyList<IPAddress> addresses)
    {
        ArgumentNullException.ThrowIfNull(existing);
        ArgumentNullException.ThrowIfNull(addresses);
        var records = existing.Select(Mended).ToArray();
        var terms = new List<string>();
        foreach (var address in addresses.Where(address => !records.Any(record => Names(record, address)))) Add(terms, TermOf(address));
        foreach (var mechanism in records.SelectMany(record => record.Mechanisms).Where(mechanism => mechanism is not SpfTerm.All)) Add(terms, Canonical(mechanism.Text));
        var redirects = records.Select(record => record.Redirect).OfType<SpfTerm.Redirect>().Select(redirect => redirect.Domain.Text).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        var ends = records.SelectMany(record => record.Mechanisms.OfType<SpfTerm.All>()).Select(all => all.Qualifier).ToArray();
        // A redirect works only alone at the end (RFC 7208, section 6.1); beside another record's end it has to be an include.
        if (ends.Length == 0 && redirects.Length == 1) terms.Add($"redirect={redirects[0]}");
        else
        {
            foreach (var redirect in records.Where(record => !record.Mechanisms.Any(mechanism => mechanism is SpfTerm.All)).Select(record => record.Redirect).OfType<SpfTerm.Redirect>())
                Add(terms, $"include:{redirect.Domain.Text}");
            terms.Add(End(ends));
        }
        // Two explanations would be an error (RFC 7208, section 6).
        terms.AddRange(records.Select(record => record.Explanation?.Text).OfType<string>().Take(1));
        foreach (var modifier in records.SelectMany(UnknownModifiers)) Add(terms, modifier.Text);
        return $"{Version} {string.Join(' ', terms)}";
    }

    /// <summary>The record with each <c>a</c> and <c>mx</c> of a fixed name replaced by addresses, with <c>ptr</c> left out.</summary>
    /// <param name="record">The record.</param>
    /// <param name="addressesOf">The addresses behind a term; null: leave the term.</param>
    public static string Flatten(SpfRecord record, Func<SpfTerm.Mechanism, IReadOnlyList<AddressBlock>?> addressesOf)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(addressesOf);
        var terms = new List<string>();
        foreach (var term in record.Terms)
        {
            if (term is SpfTerm.Ptr) continue;
            if (term is SpfTerm.Mechanism { Qualifier: SpfQualifier.Pass } mechanism && mechanism is SpfTerm.A or SpfTerm.Mx && addressesOf((SpfTerm.Mechanism)term) is { } blocks)
            {
                foreach (var block in blocks) Add(terms, $"{(block.IsIPv4 ? "ip4" : "ip6")}:{block}");
                continue;
            }
            Add(terms, Canonical(term.Text));
        }
        return $"{Version} {string.Join(' ', terms)}";
    }

    /// <summary>The modifiers that RFC 7208 does not know: receivers ignore them (section 6).</summary>
    public static IReadOnlyList<SpfTerm.Other> UnknownModifiers(SpfRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return [.. record.Terms.OfType<SpfTerm.Other>()];
    }

    /// <summary>The mechanism that was meant by a modifier that is none, such as <c>ip4:192.0.2.1</c> for <c>ip4=192.0.2.1</c>; empty when nothing was.</summary>
    public static string MechanismMeant(SpfTerm.Other modifier)
    {
        ArgumentNullException.ThrowIfNull(modifier);
        var text = $"{modifier.Name}:{modifier.Text[(modifier.Name.Length + 1)..]}";
        var record = SpfRecord.Parse($"{Version} {text}");
        return record is { IsValid: true, Mechanisms: [not SpfTerm.Ptr] } ? text
            : record.Errors is [{ Suggestion.Length: > 0 } error] && error.Suggestion.Contains(':', StringComparison.Ordinal) ? error.Suggestion
            : "";
    }

    /// <summary>The term that names an address.</summary>
    public static string TermOf(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return $"{(address.AddressFamily == AddressFamily.InterNetwork ? "ip4" : "ip6")}:{address}";
    }

    // With several ends the mildest holds that is one: a merged record must not refuse what one of them let pass. "+all" is no end.
    private static string End(IReadOnlyList<SpfQualifier> ends) => ends.Where(end => end != SpfQualifier.Pass).DefaultIfEmpty(NewEnd).MaxBy(Mildness) switch
    {
        SpfQualifier.Fail => "-all",
        SpfQualifier.Neutral => "?all",
        _ => "~all",
    };

    private static int Mildness(SpfQualifier end) => end switch { SpfQualifier.Fail => 0, SpfQualifier.SoftFail => 1, _ => 2 };

    private static bool Names(SpfRecord record, IPAddress address) =>
        record.Mechanisms.TakeWhile(mechanism => mechanism.Qualifier == SpfQualifier.Pass).OfType<SpfTerm.Ip>().Any(ip => ip.Network.Contains(address));

    private static SpfRecord Mended(SpfRecord record)
    {
        var text = string.Join(' ', record.Text.Split(' ').Select(word => UnknownModifiers(record).FirstOrDefault(modifier => modifier.Text == word) is { } modifier
            && MechanismMeant(modifier) is { Length: > 0 } meant ? meant : word));
        if (text != record.Text) record = SpfRecord.Parse(text);
        if (record.IsValid) return record;
        foreach (var error in record.Errors.OrderByDescending(error => error.Offset))
        {
            var at = text.IndexOf(error.Term, Math.Min(error.Offset, text.Length), StringComparison.Ordinal);
            if (at > 0) text = text[..at] + error.Suggestion + text[(at + error.Term.Length)..];
        }
        return SpfRecord.Parse(text);
    }

    private static string Canonical(string term) => term.StartsWith('+') ? term[1..] : term;

    private static void Add(List<string> terms, string term)
    {
        if (!terms.Exists(known => string.Equals(known, term, StringComparison.OrdinalIgnoreCase))) terms.Add(term);
    }
}
