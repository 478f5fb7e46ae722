using System.Net;

namespace Todoku.Knowledge.Blocklists;

/// <summary>What an address that a blocklist answered with can be at all.</summary>
public static class ListingAddress
{
    /// <summary>Whether it can be an answer of a blocklist: 127.0.0.0/8 (RFC 5782, section 2.1). Anything else was put there by somebody on the way.</summary>
    public static bool IsCode(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.GetAddressBytes() is [127, _, _, _];
    }

    /// <summary>Whether it says that the list does not answer: 127.255.255.0/24, since 2019 at Spamhaus, taken over by others.</summary>
    public static bool IsError(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.GetAddressBytes() is [127, 255, 255, _];
    }
}
