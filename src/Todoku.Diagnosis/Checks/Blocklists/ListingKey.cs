using Todoku.Knowledge.Blocklists;

namespace Todoku.Diagnosis.Checks.Blocklists;

/// <summary>
/// Names a listing in a result: the zone and the codes it answered with, <c>zen.spamhaus.org|127.0.0.2|127.0.0.9</c>. Reports write what it means
/// in their language.
/// </summary>
public static class ListingKey
{
    private const char Separator = '|';

    /// <summary>The name of a listing.</summary>
    public static string Of(BlocklistAnswer.Listed listing)
    {
        ArgumentNullException.ThrowIfNull(listing);
        return string.Join(Separator, listing.Codes.Select(code => code.Pattern).Prepend(listing.Source.Zone.Name));
    }

    /// <summary>The codes that a name stands for; empty when it is none of these lists.</summary>
    public static IReadOnlyList<BlocklistCode> Codes(IReadOnlyList<Blocklist> lists, string key)
    {
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentNullException.ThrowIfNull(key);
        var parts = key.Split(Separator);
        var zone = lists.SelectMany(list => list.Zones).FirstOrDefault(zone => zone.Name == parts[0]);
        return zone is null ? [] : [.. zone.Codes.Where(code => parts.AsSpan(1).Contains(code.Pattern))];
    }
}
