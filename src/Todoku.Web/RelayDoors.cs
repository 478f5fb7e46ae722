using System.Net.Sockets;
using Todoku.Relay.Configuration;
using Todoku.Relay.Intake.Api;
using Todoku.Relay.Operating;
using Todoku.Relay.Operating.Metrics;
using Todoku.Web.Control;
using Todoku.Web.Hosting;
using Todoku.Web.Intake;
using Todoku.Web.Metrics;

namespace Todoku.Web;

/// <summary>The HTTP doors of a relay that runs.</summary>
public sealed class RelayDoors : IAsyncDisposable
{
    private readonly List<WebDoor> _doors = [];

    private RelayDoors()
    {
    }

    /// <summary>Opens those that the configuration names. Mail does not wait for the control socket: where it can't be had that is said, and the relay runs without.</summary>
    /// <param name="service">The relay.</param>
    /// <param name="seams">What it stands on.</param>
    /// <param name="http">The bound socket of <c>[http]</c>; null without.</param>
    /// <param name="metrics">The bound socket of <c>[metrics]</c>; null without.</param>
    /// <param name="control">The socket of <c>[control]</c>, when the service manager opened it; null to bind it.</param>
    public static async Task<RelayDoors> OpenAsync(RelayService service, RelaySeams seams, Socket? http, Socket? metrics, Socket? control = null)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(seams);
        var doors = new RelayDoors();
        try
        {
            var socket = control ?? ControlSocket.Bind(service.Configuration.ControlSocket);
            doors._doors.Add(await new ControlDoor(new RelayControl(PartsOf(service, seams)), UserIdentity.OfProcess(), words => seams.Log.Said("info", words)).OpenAsync(socket).ConfigureAwait(false));
        }
        catch (IOException error)
        {
            seams.Log.Said("error", $"the control socket can't be opened, todoku queue will not work: {error.Message}");
        }
        if (http is not null && service.Configuration.Http is { } door) await doors.OpenHttpAsync(service, seams, door, http).ConfigureAwait(false);
        if (metrics is not null)
        {
            doors._doors.Add(await new MetricsDoor(service.Metrics.Write, RelayMetrics.ContentType).OpenAsync(metrics, words => seams.Log.Said("warning", words)).ConfigureAwait(false));
            seams.Log.Said("info", $"figures are told at http://{service.Configuration.Metrics}/metrics");
        }
        return doors;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var door in _doors) await door.DisposeAsync().ConfigureAwait(false);
    }

    private async Task OpenHttpAsync(RelayService service, RelaySeams seams, HttpConfiguration configuration, Socket socket)
    {
        Action<string> tell = words => seams.Log.Said("warning", words);
        var keys = new FileApiKeys(configuration.KeysFile, tell, seams.Time);
        var certificate = configuration.Certificate is { } files ? new ReloadingCertificate(files, tell, seams.Time) : null;
        var door = new ApiDoor(service.Api, keys, service.Queue, service.Configuration.Limits.Session.MessageSize);
        _doors.Add(await door.OpenAsync(socket, certificate is null ? null : () => certificate.Options, tell).ConfigureAwait(false));
        seams.Log.Said("info", $"mail is taken by HTTP at {configuration.EndPoint}");
    }

    private static ControlParts PartsOf(RelayService service, RelaySeams seams) => new()
    {
        Queue = service.Queue,
        Suppressed = service.Suppressed,
        Paths = service.Paths,
        Shaper = service.Shaper,
        Traces = service.Traces,
        Knowledge = seams.Knowledge,
        HostName = service.Configuration.HostName.ToString(),
        Listening = [.. service.EndPoints.Select(place => place.ToString())],
        GiveUpAge = service.Configuration.Delivery.GiveUpAge,
        Time = seams.Time,
    };
}
