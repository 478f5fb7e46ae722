using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Todoku.Dns.Serving;

/// <summary>
/// A name server on UDP and TCP of one address and port. It answers with authority (AA), and from its content alone: for one that holds the root, it does for its clients
/// what a recursive resolver does, and says so (RA). For tests, laboratories and simulations; a client may cost what <see cref="NameServerLimits"/> says.
/// </summary>
public sealed class NameServer : IAsyncDisposable
{
    // A free port of TCP may be taken for UDP; then another one is tried.
    private const int Tries = 20;

    private readonly INameServerContent _content;
    private readonly TimeProvider _time;
    private readonly Socket _datagrams;
    private readonly Socket _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _places = new(NameServerLimits.Connections);
    private readonly Task[] _loops;

    private NameServer(Socket datagrams, Socket listener, INameServerContent content, TimeProvider time)
    {
        (_datagrams, _listener, _content, _time) = (datagrams, listener, content, time);
        EndPoint = (IPEndPoint)listener.LocalEndPoint!;
        _loops = [ServeDatagramsAsync(), AcceptAsync()];
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>Begins to listen.</summary>
    /// <param name="place">Address and port; port 0 takes a free one.</param>
    /// <param name="content">What it answers.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="SocketException">The address or port can't be had.</exception>
    public static NameServer Start(IPEndPoint place, INameServerContent content, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(place);
        for (var tries = 1; ; tries++)
        {
            var listener = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            var datagrams = new Socket(place.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            try
            {
                listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
                listener.Bind(place);
                datagrams.Bind(listener.LocalEndPoint!);
                listener.Listen();
                return new NameServer(datagrams, listener, content, time);
            }
            catch (SocketException)
            {
                listener.Dispose();
                datagrams.Dispose();
                if (place.Port != 0 || tries == Tries) throw;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested) return;
        await _stop.CancelAsync();
        _datagrams.Dispose();
        _listener.Dispose();
        await Task.WhenAll(_loops);
        _stop.Dispose();
    }

    private async Task ServeDatagramsAsync()
    {
        var buffer = new byte[NameServerLimits.QuestionSize];
        var anyone = new IPEndPoint(EndPoint.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0);
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var received = await _datagrams.ReceiveFromAsync(buffer, SocketFlags.None, anyone, _stop.Token);
                if (!QueryReader.TryRead(buffer.AsSpan(0, received.ReceivedBytes), out var query)) continue;
                var answer = await AnswerAsync(query);
                await _datagrams.SendToAsync(AnswerWriter.Write(query, answer, AnswerWriter.RoomOf(query)), SocketFlags.None, received.RemoteEndPoint, _stop.Token);
            }
            catch (SocketException)
            {
                // The last answer's client is gone, or the question did not fit: neither is the next one's matter.
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptAsync(_stop.Token);
                if (_places.Wait(0, CancellationToken.None)) _ = ServeStreamAsync(client);
                else client.Dispose();
            }
            catch (SocketException) when (!_stop.IsCancellationRequested)
            {
                // The client was gone before it was taken.
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private async Task ServeStreamAsync(Socket client)
    {
        try
        {
            using var stream = new NetworkStream(client, ownsSocket: true);
            for (var i = 0; i < NameServerLimits.QuestionsPerConnection && await ServeQuestionAsync(stream); i++)
            {
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Clients hang up when they have what they want.
        }
        finally
        {
            _places.Release();
        }
    }

    // Two octets say how long what follows is (RFC 1035, section 4.2.2).
    private async Task<bool> ServeQuestionAsync(NetworkStream stream)
    {
        using var patience = new CancellationTokenSource(NameServerLimits.Idle, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, _stop.Token);
        var head = new byte[2];
        await stream.ReadExactlyAsync(head, either.Token);
        var length = BinaryPrimitives.ReadUInt16BigEndian(head);
        if (length > NameServerLimits.QuestionSize) return false;
        var message = new byte[length];
        await stream.ReadExactlyAsync(message, either.Token);
        if (!QueryReader.TryRead(message, out var query)) return false;
        var answer = AnswerWriter.Write(query, await AnswerAsync(query), DnsLimits.MessageSize);
        var framed = new byte[answer.Length + 2];
        BinaryPrimitives.WriteUInt16BigEndian(framed, (ushort)answer.Length);
        answer.CopyTo(framed, 2);
        await stream.WriteAsync(framed, either.Token);
        return true;
    }

    private async ValueTask<ServedAnswer> AnswerAsync(ServedQuery query) =>
        query.Question is { } question ? await _content.AnswerAsync(question, _stop.Token) : ServedAnswer.Of(query.Refusal);
}
