using Todoku.Mail;

namespace Todoku.Dns.Tracing;

/// <summary>Keeps every question of a run with its answer, in the order of the answers.</summary>
public sealed class TracingResolver(IDnsResolver inner, TimeProvider time) : IDnsResolver
{
    /// <summary>How many are kept; of more only the number is.</summary>
    public const int MaxExchanges = 1000;

    private readonly List<DnsExchange> _exchanges = [];
    private readonly Lock _lock = new();
    private int _dropped;

    /// <summary>How many were not kept.</summary>
    public int Dropped => Volatile.Read(ref _dropped);

    /// <summary>The questions so far.</summary>
    public IReadOnlyList<DnsExchange> Exchanges
    {
        get
        {
            lock (_lock) return [.. _exchanges];
        }
    }

    /// <inheritdoc/>
    public async ValueTask<DnsAnswer> AskAsync(DomainName name, DnsRecordType type, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var answer = await inner.AskAsync(name, type, cancellationToken);
        var exchange = new DnsExchange(new DnsQuestion(name, type), answer, time.GetElapsedTime(began));
        lock (_lock)
        {
            if (_exchanges.Count < MaxExchanges) _exchanges.Add(exchange);
            else _dropped++;
        }
        return answer;
    }
}
