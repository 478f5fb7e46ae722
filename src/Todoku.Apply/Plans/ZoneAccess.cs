using System.Net;
using Todoku.Mail;

namespace Todoku.Apply.Plans;

/// <summary>Zones that may be changed by signed updates.</summary>
/// <param name="Zones">The zones.</param>
/// <param name="Server">Their primary server.</param>
/// <param name="KeyFile">The file of the key that it takes.</param>
public sealed record ZoneAccess(IReadOnlyList<DomainName> Zones, IPEndPoint Server, string KeyFile)
{
    /// <summary>The zone that a name is in; null when it is in none of these.</summary>
    public DomainName? ZoneOf(DomainName name) => Zones.Where(name.IsWithin).MaxBy(zone => zone.LabelCount);
}
