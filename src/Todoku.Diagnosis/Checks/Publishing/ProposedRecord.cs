using System.Text;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Publishing;

/// <summary>DNS as it will be once a TXT record is published: the other answers are those of now.</summary>
/// <param name="inner">DNS as it is.</param>
/// <param name="name">The record's name.</param>
/// <param name="text">Its text.</param>
internal sealed class ProposedRecord(IDnsResolver inner, DomainName name, string text) : IDnsResolver
{
    /// <inheritdoc/>
    public ValueTask<DnsAnswer> AskAsync(DomainName asked, DnsRecordType type, CancellationToken cancellationToken) =>
        type == DnsRecordType.TXT && asked.Equals(name)
            ? new(new DnsAnswer.Found([new DnsRecord.Text(Encoding.UTF8.GetBytes(text), [])], TimeSpan.Zero))
            : inner.AskAsync(asked, type, cancellationToken);
}
