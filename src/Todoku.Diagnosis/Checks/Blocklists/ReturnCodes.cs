using System.Net;
using Todoku.Dns;
using Todoku.Knowledge.Blocklists;

namespace Todoku.Diagnosis.Checks.Blocklists;

/// <summary>Reads the answer of a zone by its own return codes. Whatever is not understood is never a listing.</summary>
internal static class ReturnCodes
{
    /// <summary>What an answer for an address or domain says, provided that the zone works.</summary>
    public static BlocklistAnswer Read(BlocklistSource source, DnsAnswer answer, IReadOnlyList<string> evidence)
    {
        if (answer is DnsAnswer.NoData or DnsAnswer.NoSuchDomain) return new BlocklistAnswer.NotListed(source, evidence);
        if (TroubleOf(source.Zone, answer) is { } trouble) return new BlocklistAnswer.NotUsable(source, trouble, evidence);
        var addresses = AddressesOf(answer);
        var codes = source.Zone.Codes.Where(code => addresses.Exists(code.Matches)).ToList();
        var listings = codes.FindAll(code => code.Kind is not (ListingKind.Allow or ListingKind.Neutral));
        if (listings.Count > 0) return new BlocklistAnswer.Listed(source, listings, evidence);
        return codes.Count > 0 ? new BlocklistAnswer.NotListed(source, evidence) : new BlocklistAnswer.NotUsable(source, BlocklistTrouble.UnknownCode, evidence);
    }

    /// <summary>What makes an answer no answer of the list; null when it can be one.</summary>
    public static BlocklistTrouble? TroubleOf(BlocklistZone zone, DnsAnswer answer)
    {
        switch (answer)
        {
            case DnsAnswer.Failed { Failure: DnsFailure.Refused }: return BlocklistTrouble.Refused;
            case DnsAnswer.Failed: return BlocklistTrouble.NoAnswer;
            case DnsAnswer.Found:
                var addresses = AddressesOf(answer);
                if (addresses.Count == 0 || addresses.Exists(address => !ListingAddress.IsCode(address))) return BlocklistTrouble.Rewritten;
                return addresses.Exists(address => ListingAddress.IsError(address) || zone.Codes.Any(code => code.Kind == ListingKind.Refused && code.Matches(address)))
                    ? BlocklistTrouble.Refused
                    : null;
            default: return null;
        }
    }

    private static List<IPAddress> AddressesOf(DnsAnswer answer) => answer is DnsAnswer.Found found ? [.. found.Records.OfType<DnsRecord.Address>().Select(record => record.Value)] : [];
}
