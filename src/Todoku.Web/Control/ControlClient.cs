using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Todoku.Web.Control.Contract;

namespace Todoku.Web.Control;

/// <summary>Asks a relay that runs, by its control socket.</summary>
public sealed class ControlClient : IRelayControl, IDisposable
{
    // A change of a million entries takes its time.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly HttpClient _client;

    /// <summary>Makes it; it connects when it is first asked.</summary>
    /// <param name="socket">The path of the socket.</param>
    public ControlClient(string socket)
    {
        ArgumentException.ThrowIfNullOrEmpty(socket);
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            ConnectCallback = async (_, cancellation) =>
            {
                var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                try
                {
                    await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellation).ConfigureAwait(false);
                    return new NetworkStream(connection, ownsSocket: true);
                }
                catch
                {
                    connection.Dispose();
                    throw;
                }
            },
        };
        _client = new HttpClient(handler) { BaseAddress = new Uri("http://relay/v1/"), Timeout = Patience };
    }

    /// <inheritdoc/>
    public Task<ControlAnswer<StatusAnswer>> StatusAsync(CancellationToken cancellation) => GetAsync("status", ControlJson.Default.StatusAnswer, cancellation);

    /// <inheritdoc/>
    public Task<ControlAnswer<QueueListAnswer>> ListAsync(QueueSelector selector, int max, string? after, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(selector);
        var query = Query(
            ("id", selector.Id), ("sender", selector.Sender), ("domain", selector.Domain), ("provider", selector.Provider), ("cause", selector.Cause),
            ("state", selector.State), ("older_than", selector.OlderThan?.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("max", $"{max}"), ("after", after));
        return GetAsync($"queue?{query}", ControlJson.Default.QueueListAnswer, cancellation);
    }

    /// <inheritdoc/>
    public Task<ControlAnswer<MessageAnswer>> ShowAsync(string id, CancellationToken cancellation) => GetAsync($"queue/{Id(id)}", ControlJson.Default.MessageAnswer, cancellation);

    /// <inheritdoc/>
    public Task<ControlAnswer<WhyAnswer>> WhyAsync(string id, CancellationToken cancellation) => GetAsync($"queue/{Id(id)}/why", ControlJson.Default.WhyAnswer, cancellation);

    /// <inheritdoc/>
    public Task<ControlAnswer<TraceAnswer>> TraceAsync(string id, CancellationToken cancellation) => GetAsync($"queue/{Id(id)}/trace", ControlJson.Default.TraceAnswer, cancellation);

    /// <inheritdoc/>
    public Task<ControlAnswer<ShapeAnswer>> ShapeAsync(int lanes, CancellationToken cancellation) => GetAsync($"queue/shape?lanes={lanes}", ControlJson.Default.ShapeAnswer, cancellation);

    /// <inheritdoc/>
    public Task<ControlAnswer<ChangeAnswer>> ChangeAsync(ChangeBody change, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, "queue/changes", Body(change, ControlJson.Default.ChangeBody), ControlJson.Default.ChangeAnswer, cancellation);

    /// <inheritdoc/>
    public Task<ControlAnswer<SuppressionsAnswer>> SuppressionsAsync(string match, int max, CancellationToken cancellation) =>
        GetAsync($"suppressions?{Query(("match", match), ("max", $"{max}"))}", ControlJson.Default.SuppressionsAnswer, cancellation);

    /// <inheritdoc/>
    public Task<ControlAnswer<SuppressionLine>> SuppressAsync(SuppressionBody line, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, "suppressions", Body(line, ControlJson.Default.SuppressionBody), ControlJson.Default.SuppressionLine, cancellation);

    /// <inheritdoc/>
    public Task<ControlAnswer<SuppressionLine>> UnsuppressAsync(string address, string authorDomain, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Delete, $"suppressions?{Query(("address", address), ("author_domain", authorDomain))}", null, ControlJson.Default.SuppressionLine, cancellation);

    /// <inheritdoc/>
    public Task<ControlAnswer<PathsAnswer>> PathsAsync(CancellationToken cancellation) => GetAsync("paths", ControlJson.Default.PathsAnswer, cancellation);

    /// <inheritdoc/>
    public Task<ControlAnswer<PathRequestBody>> OpenPathAsync(PathRequestBody path, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, "paths/open", Body(path, ControlJson.Default.PathRequestBody), ControlJson.Default.PathRequestBody, cancellation);

    /// <inheritdoc/>
    public Task<ControlAnswer<LimitsAnswer>> LimitsAsync(CancellationToken cancellation) => GetAsync("limits", ControlJson.Default.LimitsAnswer, cancellation);

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private Task<ControlAnswer<T>> GetAsync<T>(string address, JsonTypeInfo<T> type, CancellationToken cancellation) => SendAsync(HttpMethod.Get, address, null, type, cancellation);

    private async Task<ControlAnswer<T>> SendAsync<T>(HttpMethod method, string address, HttpContent? body, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body };
        try
        {
            using var response = await _client.SendAsync(request, cancellation).ConfigureAwait(false);
            var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
            await using var _ = stream.ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.OK && await JsonSerializer.DeserializeAsync(stream, type, cancellation).ConfigureAwait(false) is { } value) return value;
            var problem = await JsonSerializer.DeserializeAsync(stream, ControlJson.Default.ProblemBody, cancellation).ConfigureAwait(false);
            return problem is null ? Other(response.StatusCode) : ControlFaults.FaultOf(problem) ?? Other(response.StatusCode, problem.Title);
        }
        catch (HttpRequestException error)
        {
            var inner = error.InnerException as SocketException;
            return new ControlFault(inner?.SocketErrorCode == SocketError.AccessDenied ? ControlFaultKind.NotAllowed : ControlFaultKind.NoAnswer, inner?.Message ?? error.Message);
        }
        catch (JsonException error)
        {
            return new ControlFault(ControlFaultKind.OtherVersion, error.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new ControlFault(ControlFaultKind.NoAnswer, $"no answer within {Patience.TotalMinutes:0} minutes");
        }
        catch (IOException error)
        {
            return new ControlFault(ControlFaultKind.NoAnswer, error.Message);
        }
    }

    private static ControlFault Other(HttpStatusCode status, string words = "") => new(ControlFaultKind.OtherVersion, $"{(int)status} {words}".TrimEnd());

    private static ByteArrayContent Body<T>(T value, JsonTypeInfo<T> type) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, type)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private static string Id(string id) => string.Join('/', id.Split('/').Select(Uri.EscapeDataString));

    private static string Query(params (string Name, string? Value)[] values) =>
        string.Join('&', values.Where(one => one.Value is not null).Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value!)}"));
}
