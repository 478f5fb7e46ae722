using System.Diagnostics.CodeAnalysis;
using System.Net;
using Todoku.Dns;
using Todoku.Knowledge.Blocklists;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Blocklists;

/// <summary>Under which name a zone lists something.</summary>
internal static class BlocklistName
{
    /// <summary>The name for an address.</summary>
    public static bool TryMake(IPAddress address, BlocklistZone zone, [NotNullWhen(true)] out DomainName? name)
    {
        name = null;
        return DomainName.TryParse(zone.Name, out var origin) && ReverseName.TryMake(address, origin, out name);
    }

    /// <summary>The name for a domain; false when it grows too long.</summary>
    public static bool TryMake(DomainName domain, BlocklistZone zone, [NotNullWhen(true)] out DomainName? name) =>
        DomainName.TryParse($"{domain}.{zone.Name}", out name);

    /// <summary>The name for a test point: an address, or labels.</summary>
    public static bool TryMakeTest(string point, BlocklistZone zone, [NotNullWhen(true)] out DomainName? name) =>
        IPAddress.TryParse(point, out var address) ? TryMake(address, zone, out name) : DomainName.TryParse($"{point}.{zone.Name}", out name);
}
