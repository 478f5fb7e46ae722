using Todoku.Authentication.MtaSts;
using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Relay.Configuration;
using Todoku.Relay.Operating;
using Todoku.Relay.Operating.Log;
using Todoku.Smtp.Client.Connecting;
using Todoku.Storage.Sqlite;

namespace Todoku.Cli.Relay;

/// <summary>What a relay stands on, put together by its configuration. Disposed of after the relay itself.</summary>
internal sealed class RelayComposition : IAsyncDisposable
{
    private readonly SqliteRelayState _state;
    private readonly HttpPolicyFetcher _policies;

    /// <summary>Puts it together.</summary>
    /// <param name="configuration">The configuration; its data folder is there.</param>
    /// <param name="log">The log; it stays the caller's.</param>
    /// <param name="time">The clock.</param>
    public RelayComposition(RelayConfiguration configuration, RelayLog log, TimeProvider time)
    {
        var dns = DnsResolver.Create(new DnsResolverOptions { Servers = configuration.Resolvers }, time);
        _state = new SqliteRelayState(new StateOptions(Path.Combine(configuration.DataFolder, "state.db")));
        _policies = new HttpPolicyFetcher(dns, time);
        Seams = new RelaySeams
        {
            Queue = new SqliteMailQueue(QueueOf(configuration) with { LeastFree = configuration.Queue.LeastFree, Time = time }),
            State = _state,
            Dns = dns,
            Policies = _policies,
            Knowledge = KnowledgeBase.LoadEmbedded(),
            Connector = new SocketConnector(time),
            Log = log,
            Time = time,
        };
    }

    /// <summary>All of it.</summary>
    public RelaySeams Seams { get; }

    /// <summary>Where a relay's queue lies, and what is remembered beside it.</summary>
    public static QueueOptions QueueOf(RelayConfiguration configuration)
    {
        var options = new QueueOptions(Path.Combine(configuration.DataFolder, "queue.db"));
        return configuration.Http is { } http ? options with { OutcomeLifetime = http.StatusTime, MaxOutcomes = http.StatusRecipients } : options;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _policies.Dispose();
        await _state.DisposeAsync().ConfigureAwait(false);
    }
}
