using Todoku.Dns;
using Todoku.Dns.Zones;
using Todoku.Sandbox.Scenarios;

namespace Todoku.Sandbox.World;

/// <summary>
/// The records that hosts and providers bring along, so that a scenario need not write them: the name of an address and the address of a name, and for a provider the MX
/// records of its domains. A zone that says something itself of the same name and type is not contradicted.
/// </summary>
internal static class WorldRecords
{
    private const ushort UsualPreference = 10;

    public static IReadOnlyList<ZoneRecord> Of(Scenario scenario)
    {
        var time = scenario.TimeToLive;
        var written = scenario.Zones.SelectMany(zone => zone.Records).Select(record => (record.Owner, record.Type)).ToHashSet();
        var records = new List<ZoneRecord>();
        foreach (var host in scenario.Hosts)
        {
            if (host.Name is not { } name) continue;
            records.Add(ZoneTexts.Pointer(host.Address, name, time));
            if (host.HasForward) records.Add(ZoneTexts.Address(name, host.Address, time));
        }
        foreach (var provider in scenario.Providers)
        {
            records.AddRange(provider.Addresses.Select(address => ZoneTexts.Address(provider.Host, address, time)));
            records.AddRange(provider.Domains.Select(domain => new ZoneRecord(domain, DnsRecordType.MX, time, new DnsRecord.MailExchanger(UsualPreference, provider.Host), 0)));
        }
        return [.. records.Where(record => !written.Contains((record.Owner, record.Type)))];
    }
}
