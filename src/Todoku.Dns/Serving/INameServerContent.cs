namespace Todoku.Dns.Serving;

/// <summary>What a name server has to say.</summary>
public interface INameServerContent
{
    /// <summary>Answers a question, whose type may be one that <see cref="DnsRecordType"/> does not name.</summary>
    ValueTask<ServedAnswer> AnswerAsync(DnsQuestion question, CancellationToken cancellationToken);
}
