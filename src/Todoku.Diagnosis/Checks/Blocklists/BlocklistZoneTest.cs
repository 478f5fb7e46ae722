using Todoku.Dns;
using Todoku.Knowledge.Blocklists;

namespace Todoku.Diagnosis.Checks.Blocklists;

/// <summary>
/// Whether a zone can be believed today: it lists what it always lists and does not list what it never lists (RFC 5782, section 5). It is what
/// tells a list that answers from one that was closed, sold, lists everybody, or is silent towards this resolver.
/// </summary>
/// <param name="Trouble">What is wrong with it; null when it passed.</param>
/// <param name="Evidence">The questions and answers of the test.</param>
public sealed record BlocklistZoneTest(BlocklistTrouble? Trouble, IReadOnlyList<string> Evidence)
{
    /// <summary>Tests a zone.</summary>
    public static async Task<BlocklistZoneTest> RunAsync(IDnsResolver dns, BlocklistZone zone, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dns);
        ArgumentNullException.ThrowIfNull(zone);
        if (zone.Use == BlocklistUse.NeedsKey) return new BlocklistZoneTest(BlocklistTrouble.Refused, []);
        if (zone.Use == BlocklistUse.ListsEverybody) return new BlocklistZoneTest(BlocklistTrouble.ListsEverybody, []);
        if (zone.Use == BlocklistUse.Dead) return new BlocklistZoneTest(BlocklistTrouble.Closed, []);
        if (!BlocklistName.TryMakeTest(zone.TestListed, zone, out var listed) || !BlocklistName.TryMakeTest(zone.TestClear, zone, out var clear))
            return new BlocklistZoneTest(BlocklistTrouble.Silent, []);
        var asked = await Task.WhenAll(
            dns.AskAsync(listed, DnsRecordType.A, cancellationToken).AsTask(), dns.AskAsync(clear, DnsRecordType.A, cancellationToken).AsTask()).ConfigureAwait(false);
        IReadOnlyList<string> evidence = [.. DnsEvidence.Of(listed, DnsRecordType.A, asked[0]), .. DnsEvidence.Of(clear, DnsRecordType.A, asked[1])];
        return new BlocklistZoneTest(Judge(zone, asked[0], asked[1]), evidence);
    }

    private static BlocklistTrouble? Judge(BlocklistZone zone, DnsAnswer listed, DnsAnswer clear)
    {
        if ((ReturnCodes.TroubleOf(zone, listed) ?? ReturnCodes.TroubleOf(zone, clear)) is { } trouble) return trouble;
        if (clear is DnsAnswer.Found && !IsAllowed(zone, clear)) return BlocklistTrouble.ListsEverybody;
        return listed is DnsAnswer.Found ? null : BlocklistTrouble.Silent;
    }

    // A list that also knows the good may well know 127.0.0.1 as one.
    private static bool IsAllowed(BlocklistZone zone, DnsAnswer answer) =>
        answer is DnsAnswer.Found found
        && found.Records.OfType<DnsRecord.Address>().All(record => zone.Codes.Any(code => code.Kind is ListingKind.Allow or ListingKind.Neutral && code.Matches(record.Value)));
}
