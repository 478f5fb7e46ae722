using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Todoku.Dns.Tests;

/// <summary>A DNS server on loopback, UDP and TCP on one port, that answers what a test says: any octets, several datagrams, or nothing.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly Socket _datagrams = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly Socket _listener;
    private readonly Func<byte[], IEnumerable<byte[]>> _udp;
    private readonly Func<byte[], byte[]?> _tcp;
    private int _questions;

    private LoopbackServer(Func<byte[], IEnumerable<byte[]>> udp, Func<byte[], byte[]?> tcp)
    {
        (_udp, _tcp) = (udp, tcp);
        // The port that UDP got may be taken for TCP; then the next one is tried.
        while (true)
        {
            _listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            try
            {
                _datagrams.Bind((IPEndPoint)_listener.LocalEndPoint!);
                break;
            }
            catch (SocketException)
            {
                _listener.Dispose();
            }
        }
        _listener.Listen();
        _ = ServeDatagramsAsync();
        _ = ServeStreamsAsync();
    }

    public IPEndPoint Address => (IPEndPoint)_listener.LocalEndPoint!;

    public string Name => Address.ToString();

    /// <summary>Questions over UDP so far.</summary>
    public int Questions => Volatile.Read(ref _questions);

    /// <summary>Fires when a question came over UDP.</summary>
    public SemaphoreSlim Asked { get; } = new(0);

    /// <summary>The same answer over UDP and TCP; null for none.</summary>
    public static LoopbackServer Start(Func<byte[], Message?> answer) =>
        new(question => answer(question) is { } message ? [message.Bytes] : [], question => answer(question)?.Bytes);

    public static LoopbackServer Start(Func<byte[], IEnumerable<byte[]>> udp, Func<byte[], byte[]?> tcp) => new(udp, tcp);

    public void Dispose()
    {
        _datagrams.Dispose();
        _listener.Dispose();
        Asked.Dispose();
    }

    private async Task ServeDatagramsAsync()
    {
        var buffer = new byte[4096];
        try
        {
            while (true)
            {
                var received = await _datagrams.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0));
                Interlocked.Increment(ref _questions);
                foreach (var answer in _udp(buffer[..received.ReceivedBytes])) await _datagrams.SendToAsync(answer, received.RemoteEndPoint);
                Asked.Release();
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeStreamsAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptAsync();
                await ServeAsync(new NetworkStream(client));
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        try
        {
            var prefix = new byte[2];
            await stream.ReadExactlyAsync(prefix);
            var question = new byte[BinaryPrimitives.ReadUInt16BigEndian(prefix)];
            await stream.ReadExactlyAsync(question);
            if (_tcp(question) is not { } answer) return;
            BinaryPrimitives.WriteUInt16BigEndian(prefix, (ushort)answer.Length);
            await stream.WriteAsync((byte[])[.. prefix, .. answer]);
        }
        catch (IOException)
        {
            // The client went away.
        }
    }
}
