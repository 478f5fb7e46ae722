using Todoku.Mail;

namespace Todoku.Dns;

/// <summary>Asks DNS. Whoever implements it bounds time, size and depth, so that no answer of a stranger throws or hangs.</summary>
public interface IDnsResolver
{
    /// <summary>Asks for the records of one type at a name. CNAMEs are followed (<see cref="DnsAnswer.Found.Aliases"/>).</summary>
    /// <returns>One of the closed answers; trouble on the way is <see cref="DnsAnswer.Failed"/>, never an exception.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    ValueTask<DnsAnswer> AskAsync(DomainName name, DnsRecordType type, CancellationToken cancellationToken);
}
