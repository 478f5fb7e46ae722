using System.Net;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Sandbox.Receiving;

/// <summary>What DNS says about a client's address, and what the provider thinks of it.</summary>
/// <param name="Address">The address in the world.</param>
/// <param name="Names">The names of its PTR records.</param>
/// <param name="IsConfirmed">Whether one of them has the address.</param>
/// <param name="Blocklists">The blocklists that list it.</param>
/// <param name="Score">What the provider thinks of it, 0 to 100.</param>
public sealed record ClientFacts(IPAddress Address, IReadOnlyList<DomainName> Names, bool IsConfirmed, IReadOnlyList<DomainName> Blocklists, double Score)
{
    /// <summary>Asks for the names of an address, and whether one of them has it.</summary>
    public static async ValueTask<(IReadOnlyList<DomainName> Names, bool IsConfirmed)> AskAsync(IPAddress address, IDnsResolver dns, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(dns);
        if (await dns.AskAsync(ReverseName.Of(address), DnsRecordType.PTR, ct) is not DnsAnswer.Found found) return ([], false);
        var names = found.Records.OfType<DnsRecord.Name>().Select(one => one.Value).ToArray();
        var type = address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? DnsRecordType.AAAA : DnsRecordType.A;
        foreach (var name in names)
        {
            if (await dns.AskAsync(name, type, ct) is DnsAnswer.Found forward && forward.Records.OfType<DnsRecord.Address>().Any(one => one.Value.Equals(address))) return (names, true);
        }
        return (names, false);
    }
}
