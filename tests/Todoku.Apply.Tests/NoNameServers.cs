using System.Net;
using Todoku.Apply.NameServers;
using Todoku.Dns;
using Todoku.Dns.Updates;
using Todoku.Mail;

namespace Todoku.Apply.Tests;

/// <summary>A network without name servers.</summary>
internal sealed class NoNameServers : INameServers
{
    public Task<DnsAnswer> AskAsync(IPEndPoint server, DomainName name, DnsRecordType type, CancellationToken cancellationToken) =>
        Task.FromResult<DnsAnswer>(new DnsAnswer.Failed(DnsFailure.Unreachable, server.ToString()));

    public Task<UpdateOutcome> SendAsync(IPEndPoint server, DnsUpdate update, TsigKey key, CancellationToken cancellationToken) =>
        Task.FromResult<UpdateOutcome>(new UpdateOutcome.NotAnswered(DnsFailure.Unreachable));
}
