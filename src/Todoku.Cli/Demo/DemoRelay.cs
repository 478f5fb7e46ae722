using System.Net;
using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Relay.Configuration;
using Todoku.Relay.Operating;
using Todoku.Relay.Operating.Log;
using Todoku.Smtp.Client.Connecting;
using Todoku.Storage.Sqlite;

namespace Todoku.Cli.Demo;

/// <summary>The relay within this process: as <c>todoku relay run</c> puts it together, by the clock of the world.</summary>
internal sealed class DemoRelay : IAsyncDisposable
{
    private readonly RelayService _service;
    private readonly RelayLog _log;
    private readonly SqliteRelayState _state;

    private DemoRelay(RelayService service, RelayLog log, SqliteRelayState state) => (_service, _log, _state) = (service, log, state);

    /// <summary>Where it takes mail.</summary>
    public IPEndPoint EndPoint => _service.EndPoints[0];

    /// <summary>Whether it has nothing left to do.</summary>
    public bool IsIdle => _service.Queue.Count == 0;

    /// <summary>Starts it.</summary>
    public static async Task<DemoRelay> StartAsync(string file, string logFile, TimeProvider time, Language language)
    {
        if (ConfigurationReader.Read(file, language) is not ConfigurationOutcome.Valid { Configuration: var configuration })
            throw new InvalidOperationException(string.Join('\n', ((ConfigurationOutcome.Invalid)ConfigurationReader.Read(file, language)).Problems));
        Directory.CreateDirectory(configuration.DataFolder);
        var log = new RelayLog(() => new FileStream(logFile, FileMode.Append, FileAccess.Write, FileShare.ReadWrite), configuration.HostName.ToString(), time);
        var state = new SqliteRelayState(new StateOptions(Path.Combine(configuration.DataFolder, "state.db")));
        var seams = new RelaySeams
        {
            Queue = new SqliteMailQueue(new QueueOptions(Path.Combine(configuration.DataFolder, "queue.db")) { LeastFree = configuration.Queue.LeastFree, Time = time }),
            State = state,
            Dns = DnsResolver.Create(new DnsResolverOptions { Servers = configuration.Resolvers }, time),
            Knowledge = KnowledgeBase.LoadEmbedded(),
            Connector = new SocketConnector(time),
            Log = log,
            Time = time,
        };
        var service = await RelayService.OpenAsync(seams, new ConfigurationHolder(configuration, language), []).ConfigureAwait(false);
        service.Begin();
        return new DemoRelay(service, log, state);
    }

    /// <summary>Reads the configuration anew.</summary>
    public bool Reload() => _service.Reload() is ReloadOutcome.Reloaded { NeedRestart.Count: 0 };

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync().ConfigureAwait(false);
        await _state.DisposeAsync().ConfigureAwait(false);
        await _log.DisposeAsync().ConfigureAwait(false);
    }
}
