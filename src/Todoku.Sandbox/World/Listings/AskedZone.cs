using System.Net;
using System.Net.Sockets;
using Todoku.Knowledge.Blocklists;
using Todoku.Mail;

namespace Todoku.Sandbox.World.Listings;

/// <summary>A zone of a blocklist that is asked by DNS.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Known">What the knowledge says of it; null when it has no such zone.</param>
public sealed record AskedZone(DomainName Name, BlocklistZone? Known)
{
    /// <summary>Whether it lists addresses of this kind.</summary>
    public bool Takes(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Known is null || Known.Scope.HasFlag(address.AddressFamily == AddressFamily.InterNetworkV6 ? BlocklistScope.Ip6 : BlocklistScope.Ip4);
    }

    /// <summary>Whether an address that it answered with is a listing, as <see cref="AskedListings"/> says.</summary>
    public bool IsListing(IPAddress code)
    {
        if (!ListingAddress.IsCode(code) || ListingAddress.IsError(code)) return false;
        return Known is null || Known.Codes.Any(one => one.Matches(code) && one.Kind is not (ListingKind.Allow or ListingKind.Neutral or ListingKind.Refused));
    }
}
