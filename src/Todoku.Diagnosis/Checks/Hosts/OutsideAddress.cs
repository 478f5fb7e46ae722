using System.Net;
using System.Net.Sockets;
using System.Text;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Hosts;

/// <summary>
/// Finds the address that this host has as seen from outside: two DNS servers of others tell who asks them. Both must say the same, so that neither a
/// rewriting resolver nor one mistaken server is believed.
/// </summary>
/// <param name="dns">Looks up the servers' own addresses.</param>
/// <param name="ask">Makes a resolver that asks one server.</param>
public sealed class OutsideAddress(IDnsResolver dns, Func<IPEndPoint, IDnsResolver> ask)
{
    private const int DnsPort = 53;
    private const int MaxText = 64;

    private static readonly (DomainName Server, DomainName Name, bool IsText)[] Witnesses =
    [
        (DomainName.Parse("resolver1.opendns.com"), DomainName.Parse("myip.opendns.com"), false),
        (DomainName.Parse("ns1.google.com"), DomainName.Parse("o-o.myaddr.l.google.com"), true),
    ];

    /// <summary>The names of those that are asked.</summary>
    public static IReadOnlyList<string> Outsiders { get; } = [.. Witnesses.Select(witness => witness.Server.ToString())];

    /// <summary>Asks by IPv4 or IPv6; null when there is no way out by it, or they don't agree.</summary>
    public async Task<IPAddress?> FindAsync(AddressFamily family, CancellationToken cancellationToken)
    {
        var said = await Task.WhenAll(Witnesses.Select(witness => AskAsync(witness.Server, witness.Name, witness.IsText, family, cancellationToken))).ConfigureAwait(false);
        return said[0] is { } first && said.All(first.Equals) && first.AddressFamily == family && GlobalAddress.Is(first) ? first : null;
    }

    private async Task<IPAddress?> AskAsync(DomainName server, DomainName name, bool isText, AddressFamily family, CancellationToken cancellationToken)
    {
        var type = family == AddressFamily.InterNetworkV6 ? DnsRecordType.AAAA : DnsRecordType.A;
        if (await dns.AskAsync(server, type, cancellationToken).ConfigureAwait(false) is not DnsAnswer.Found { Records: [DnsRecord.Address place, ..] }) return null;
        var answer = await ask(new IPEndPoint(place.Value, DnsPort)).AskAsync(name, isText ? DnsRecordType.TXT : type, cancellationToken).ConfigureAwait(false);
        return answer is not DnsAnswer.Found found ? null
            : found.Records.Select(record => record switch
            {
                DnsRecord.Address address => address.Value,
                DnsRecord.Text { Value.Length: <= MaxText } text when IPAddress.TryParse(Encoding.ASCII.GetString(text.Value.Span), out var address) => address,
                _ => null,
            }).OfType<IPAddress>().FirstOrDefault();
    }
}
