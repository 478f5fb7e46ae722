using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Todoku.Dns.Zones;
using Todoku.Knowledge;
using Todoku.Relay.Configuration;
using Todoku.Relay.Intake.Api;
using Todoku.Relay.Operating;
using Todoku.Relay.Operating.Log;
using Todoku.Relay.Queue;
using Todoku.Smtp.Client.Connecting;
using Todoku.Storage.Sqlite;

namespace Todoku.Web.Tests.Intake;

/// <summary>A whole relay on a real disk with its doors open, which delivers nothing.</summary>
internal sealed class ApiWorld : IAsyncDisposable
{
    private readonly TempFolder _folder;
    private readonly RelayLog _log;
    private readonly SqliteRelayState _state;
    private readonly RelayService _service;
    private readonly RelayDoors _doors;

    private ApiWorld(TempFolder folder, RelayLog log, SqliteRelayState state, RelayService service, RelayDoors doors, string key, string other, int port)
    {
        (_folder, _log, _state, _service, _doors, Key, OtherKey, Port) = (folder, log, state, service, doors, key, other, port);
        Client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public HttpClient Client { get; }

    public string Key { get; }

    public string OtherKey { get; }

    public int Port { get; }

    /// <summary>Where Prometheus reads.</summary>
    public required IPEndPoint MetricsPlace { get; init; }

    public DeliveryQueue Queue => _service.Queue;

    public static async Task<ApiWorld> OpenAsync(string limits = "")
    {
        var folder = new TempFolder();
        var keys = new ApiKeysFile();
        var (key, other) = (keys.Make("shop"), keys.Make("other"));
        keys.Write(folder["keys"]);
        var socket = ListeningSockets.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)socket.LocalEndPoint!).Port;
        await File.WriteAllTextAsync(folder["relay.toml"], $"""
            [relay]
            host-name = "mail.example.com"
            data = "."
            [[listen]]
            address = "127.0.0.1:1"
            role = "trusted"
            trusted = ["127.0.0.1"]
            [http]
            address = "127.0.0.1:{port}"
            keys = "keys"
            [limits]
            {limits}
            """);
        var valid = Assert.IsType<ConfigurationOutcome.Valid>(ConfigurationReader.Read(folder["relay.toml"], Language.English));
        // Any port will do for SMTP.
        var configuration = valid.Configuration with { Listeners = [valid.Configuration.Listeners[0] with { EndPoint = new IPEndPoint(IPAddress.Loopback, 0) }] };
        var log = new RelayLog(() => Stream.Null, "mail.example.com", TimeProvider.System);
        var state = new SqliteRelayState(new StateOptions(folder["state.db"]));
        var seams = new RelaySeams
        {
            Queue = new SqliteMailQueue(new QueueOptions(folder["queue.db"]) { LeastFree = 0 }),
            State = state,
            Dns = new ZoneResolver([], null),
            Knowledge = KnowledgeBase.LoadEmbedded(),
            Connector = new SocketConnector(TimeProvider.System),
            Log = log,
            Time = TimeProvider.System,
        };
        var service = await RelayService.OpenAsync(seams, new ConfigurationHolder(configuration, Language.English), []);
        var metrics = ListeningSockets.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var place = (IPEndPoint)metrics.LocalEndPoint!;
        return new ApiWorld(folder, log, state, service, await RelayDoors.OpenAsync(service, seams, socket, metrics), key, other, port) { MetricsPlace = place };
    }

    public Task<HttpResponseMessage> PostAsync(string body, string type = "application/json", string? token = null, string query = "", string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"v1/messages{query}") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        // What is too large is refused before it is sent: a client that sends meanwhile may find the connection closed instead of the answer.
        request.Headers.ExpectContinue = true;
        if (token is not null) request.Headers.Add("Idempotency-Key", token);
        if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The message that was queued last, with what the relay put before it.</summary>
    public (QueuedEnvelope Envelope, string Text) Last(string id)
    {
        Assert.True(QueueId.TryParse(id, out var number));
        var message = Queue.Find(number)!;
        var (text, piece) = (new MemoryStream(), new byte[Queue.MaxPieceLength]);
        text.Write(message.Envelope.Prefix.Span);
        for (var i = 0; Queue.ReadContent(number, i, piece) is > 0 and var length; i++) text.Write(piece, 0, length);
        return (message.Envelope, Encoding.UTF8.GetString(text.ToArray()));
    }

    /// <summary>Says octets and reads until the connection is closed.</summary>
    public async Task<string> SayAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _doors.DisposeAsync();
        await _service.DisposeAsync();
        await _state.DisposeAsync();
        await _log.DisposeAsync();
        _folder.Dispose();
    }
}
