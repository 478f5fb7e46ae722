using System.Text;
using Todoku.Dns;
using Todoku.Dns.Zones;
using Todoku.Mail;

namespace Todoku.Authentication.Tests.MtaSts;

/// <summary>A zone file, of which some names fail.</summary>
internal sealed class WebZone(string text, params string[] failing) : IDnsResolver
{
    private readonly ZoneResolver _zones = new([ZoneFile.Parse(Encoding.UTF8.GetBytes(text), "test.zone")], null);

    public ValueTask<DnsAnswer> AskAsync(DomainName name, DnsRecordType type, CancellationToken cancellationToken) =>
        failing.Contains(name.ToString()) ? new(new DnsAnswer.Failed(DnsFailure.ServerFailure, "192.0.2.53:53")) : _zones.AskAsync(name, type, cancellationToken);
}
