using Todoku.Mail;

namespace Todoku.Authentication.MtaSts;

/// <summary>Gets the MTA-STS policy of a domain from its web server (RFC 8461, section 3.3).</summary>
public interface IPolicyFetcher
{
    /// <summary>Gets it, within a bounded time and size.</summary>
    /// <returns>One of the closed answers; never an exception for what the network or a server does.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    Task<PolicyFetch> FetchAsync(DomainName domain, CancellationToken cancellationToken);
}
