using System.Net;
using Todoku.Dns;
using Todoku.Dns.Updates;
using Todoku.Mail;

namespace Todoku.Apply.NameServers;

/// <summary>Name servers on the network.</summary>
/// <param name="time">The clock.</param>
public sealed class NetworkNameServers(TimeProvider time) : INameServers
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public async Task<DnsAnswer> AskAsync(IPEndPoint server, DomainName name, DnsRecordType type, CancellationToken cancellationToken) =>
        await DnsResolver.Create(new DnsResolverOptions { Servers = [server], Timeout = Timeout }, time).AskAsync(name, type, cancellationToken);

    /// <inheritdoc/>
    public Task<UpdateOutcome> SendAsync(IPEndPoint server, DnsUpdate update, TsigKey key, CancellationToken cancellationToken) =>
        new DnsUpdater(Timeout, time).SendAsync(server, update, key, cancellationToken);
}
