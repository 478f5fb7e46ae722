using Todoku.Mail;

namespace Todoku.Authentication.MtaSts;

/// <summary>Asks no web server.</summary>
public sealed class NoPolicyFetcher : IPolicyFetcher
{
    /// <inheritdoc/>
    public Task<PolicyFetch> FetchAsync(DomainName domain, CancellationToken cancellationToken) => Task.FromResult<PolicyFetch>(new PolicyFetch.NotReached("not asked"));
}
