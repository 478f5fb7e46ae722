using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Blocklists;

/// <summary>What the texts about a listing name.</summary>
internal static class ListingValues
{
    public static IReadOnlyList<ReplyValue> Of(BlocklistAnswer.Listed listing, string subjectName, string subject) =>
    [
        new ReplyValue(subjectName, subject),
        new ReplyValue(ReplyValueNames.Blocklist, listing.Source.List.Id),
        new ReplyValue(CheckValueNames.List, listing.Source.List.Name),
        new ReplyValue(CheckValueNames.Listing, ListingKey.Of(listing)),
        new ReplyValue(ReplyValueNames.Url, listing.Source.List.Url),
    ];
}
