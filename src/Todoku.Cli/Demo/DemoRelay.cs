using System.Net;
using Todoku.Cli.Relay;
using Todoku.Knowledge;
using Todoku.Relay.Configuration;
using Todoku.Relay.Operating;
using Todoku.Relay.Operating.Log;

namespace Todoku.Cli.Demo;

/// <summary>The relay within this process: as <c>todoku relay run</c> puts it together, by the clock of the world.</summary>
internal sealed class DemoRelay : IAsyncDisposable
{
    private readonly RelayService _service;
    private readonly RelayLog _log;
    private readonly RelayComposition _composition;

    private DemoRelay(RelayService service, RelayLog log, RelayComposition composition) => (_service, _log, _composition) = (service, log, composition);

    /// <summary>Where it takes mail.</summary>
    public IPEndPoint EndPoint => _service.EndPoints[0];

    /// <summary>Whether it has nothing left to do.</summary>
    public bool IsIdle => _service.Queue.Count == 0;

    /// <summary>Starts it.</summary>
    public static async Task<DemoRelay> StartAsync(string file, string logFile, TimeProvider time, Language language)
    {
        var outcome = ConfigurationReader.Read(file, language);
        if (outcome is not ConfigurationOutcome.Valid { Configuration: var configuration }) throw new InvalidOperationException(string.Join('\n', ((ConfigurationOutcome.Invalid)outcome).Problems));
        Directory.CreateDirectory(configuration.DataFolder);
        var log = new RelayLog(() => new FileStream(logFile, FileMode.Append, FileAccess.Write, FileShare.ReadWrite), configuration.HostName.ToString(), time);
        var composition = new RelayComposition(configuration, log, time);
        var service = await RelayService.OpenAsync(composition.Seams, new ConfigurationHolder(configuration, language), []).ConfigureAwait(false);
        service.Begin();
        return new DemoRelay(service, log, composition);
    }

    /// <summary>Reads the configuration anew.</summary>
    public bool Reload() => _service.Reload() is ReloadOutcome.Reloaded { NeedRestart.Count: 0 };

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync().ConfigureAwait(false);
        await _composition.DisposeAsync().ConfigureAwait(false);
        await _log.DisposeAsync().ConfigureAwait(false);
    }
}
