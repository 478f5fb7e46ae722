using System.Net;
using Todoku.Dns;
using Todoku.Dns.Updates;
using Todoku.Mail;

namespace Todoku.Apply.NameServers;

/// <summary>The name servers that zones are changed at.</summary>
public interface INameServers
{
    /// <summary>Asks one server.</summary>
    Task<DnsAnswer> AskAsync(IPEndPoint server, DomainName name, DnsRecordType type, CancellationToken cancellationToken);

    /// <summary>Sends it an update.</summary>
    Task<UpdateOutcome> SendAsync(IPEndPoint server, DnsUpdate update, TsigKey key, CancellationToken cancellationToken);
}
