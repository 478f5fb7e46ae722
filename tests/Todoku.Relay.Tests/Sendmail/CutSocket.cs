using System.Net.Sockets;
using System.Text;

namespace Todoku.Relay.Tests.Sendmail;

/// <summary>A Unix socket before another one that hands on what is said, and cuts the connection in place of a certain reply of the server.</summary>
internal sealed class CutSocket : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly string _behind;
    private readonly string _reply;
    private readonly Task _running;

    /// <summary>Listens.</summary>
    /// <param name="path">Where.</param>
    /// <param name="behind">The socket behind.</param>
    /// <param name="reply">Words of the reply that is never heard.</param>
    public CutSocket(string path, string behind, string reply)
    {
        (_behind, _reply) = (behind, reply);
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        _listener.Listen();
        _running = RunAsync();
    }

    /// <summary>How many connections were cut.</summary>
    public int Cuts { get; private set; }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _running;
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptAsync();
                using var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await server.ConnectAsync(new UnixDomainSocketEndPoint(_behind));
                var said = HandOnAsync(client, server, null);
                if (await HandOnAsync(server, client, _reply)) Cuts++;
                client.Shutdown(SocketShutdown.Both);
                server.Shutdown(SocketShutdown.Both);
                await said;
            }
        }
        catch (SocketException)
        {
            // It was closed.
        }
    }

    // Whether the reply came.
    private static async Task<bool> HandOnAsync(Socket from, Socket to, string? last)
    {
        var octets = new byte[16 << 10];
        try
        {
            while (await from.ReceiveAsync(octets) is > 0 and var length)
            {
                if (last is not null && Encoding.ASCII.GetString(octets, 0, length).Contains(last, StringComparison.Ordinal)) return true;
                await to.SendAsync(octets.AsMemory(0, length));
            }
        }
        catch (SocketException)
        {
            // The other side was cut.
        }
        return false;
    }
}
