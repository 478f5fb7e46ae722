using System.Diagnostics.CodeAnalysis;
using Todoku.Knowledge.Blocklists;

namespace Todoku.Knowledge.Sources;

/// <summary>The closed vocabularies of the zones of blocklists.</summary>
internal static class BlocklistWords
{
    private static readonly (string Word, BlocklistScope Value)[] Scopes = [("ip4", BlocklistScope.Ip4), ("ip6", BlocklistScope.Ip6), ("domain", BlocklistScope.Domain)];

    private static readonly (string Word, BlocklistUse Value)[] Uses =
    [
        ("usable", BlocklistUse.Usable), ("needs-key", BlocklistUse.NeedsKey), ("dead", BlocklistUse.Dead), ("lists-everybody", BlocklistUse.ListsEverybody),
    ];

    private static readonly (string Word, BlocklistPolicy Value)[] Policies =
    [
        ("query-limit", BlocklistPolicy.QueryLimit), ("no-public-resolver", BlocklistPolicy.NoPublicResolver), ("registration", BlocklistPolicy.Registration),
        ("paid-removal", BlocklistPolicy.PaidRemoval), ("no-requests", BlocklistPolicy.NoRequests),
    ];

    private static readonly (string Word, bool IsMajor)[] Weights = [("major", true), ("minor", false)];

    private static readonly (string Word, ListingKind Value)[] Kinds =
    [
        ("own", ListingKind.Own), ("exploited", ListingKind.Exploited), ("network", ListingKind.Network), ("either", ListingKind.Either),
        ("policy", ListingKind.Policy), ("reputation", ListingKind.Reputation), ("allow", ListingKind.Allow), ("neutral", ListingKind.Neutral),
        ("refused", ListingKind.Refused),
    ];

    /// <summary>Reads what a zone lists; on failure <paramref name="expected"/> lists the words.</summary>
    public static bool TryScope(string word, out BlocklistScope scope, [NotNullWhen(false)] out string? expected) => SourceWords.TryFind(Scopes, word, out scope, out expected);

    /// <summary>Reads whether a zone can be asked.</summary>
    public static bool TryUse(string word, out BlocklistUse use, [NotNullWhen(false)] out string? expected) => SourceWords.TryFind(Uses, word, out use, out expected);

    /// <summary>Reads what an operator asks for.</summary>
    public static bool TryPolicy(string word, out BlocklistPolicy policy, [NotNullWhen(false)] out string? expected) =>
        SourceWords.TryFind(Policies, word, out policy, out expected);

    /// <summary>Reads how much a zone matters.</summary>
    public static bool TryWeight(string word, out bool isMajor, [NotNullWhen(false)] out string? expected) => SourceWords.TryFind(Weights, word, out isMajor, out expected);

    /// <summary>Reads what kind of listing a code is.</summary>
    public static bool TryKind(string word, out ListingKind kind, [NotNullWhen(false)] out string? expected) => SourceWords.TryFind(Kinds, word, out kind, out expected);
}
