using Todoku.Mail;

namespace Todoku.Dns.Caching;

/// <summary>Lets at most so many questions be on their way at once; others wait.</summary>
public sealed class BoundedResolver(IDnsResolver inner, int limit) : IDnsResolver, IDisposable
{
    /// <summary>How many when nothing else is said.</summary>
    public const int DefaultLimit = 32;

    private readonly SemaphoreSlim _free = new(limit, limit);

    /// <inheritdoc/>
    public async ValueTask<DnsAnswer> AskAsync(DomainName name, DnsRecordType type, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            return await inner.AskAsync(name, type, cancellationToken);
        }
        finally
        {
            _free.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();
}
