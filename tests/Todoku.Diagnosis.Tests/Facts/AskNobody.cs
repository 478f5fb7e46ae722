using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Facts;

/// <summary>DNS that must not be asked.</summary>
internal sealed class AskNobody : IDnsResolver
{
    public ValueTask<DnsAnswer> AskAsync(DomainName name, DnsRecordType type, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"{type} {name} was asked for");
}
