using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Todoku.Smtp.Client.Connecting;

/// <summary>Opens TCP connections, and connections to Unix sockets.</summary>
public sealed class SocketConnector(TimeProvider time) : ISmtpConnector
{
    // <linux/in.h>
    private const int IpProtocol = 0;
    private const int IpBindAddressNoPort = 24;

    /// <inheritdoc/>
    public async Task<ConnectOutcome> ConnectAsync(SmtpEndpoint endpoint, TimeSpan limit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, ct);
        Socket? socket = null;
        try
        {
            socket = Open(endpoint);
            if (endpoint.Source is { } source) Bind(socket, source);
            await socket.ConnectAsync(endpoint.Remote, either.Token).ConfigureAwait(false);
            var connection = new SmtpConnection(new NetworkStream(socket, ownsSocket: true), socket.RemoteEndPoint, socket.LocalEndPoint);
            socket = null;
            return new ConnectOutcome.Connected(connection);
        }
        catch (SocketException error)
        {
            return new ConnectOutcome.Failed(ReasonOf(error.SocketErrorCode), error.Message);
        }
        catch (OperationCanceledException)
        {
            return ct.IsCancellationRequested
                ? new ConnectOutcome.Failed(ConnectFailure.Cancelled, "cancelled")
                : new ConnectOutcome.Failed(ConnectFailure.TimedOut, $"no answer in {limit.TotalSeconds:0} s");
        }
        finally
        {
            socket?.Dispose();
        }
    }

    // No delay: the end of a message must not wait until the server acknowledges what came before.
    private static Socket Open(SmtpEndpoint endpoint) => endpoint.Remote.AddressFamily == AddressFamily.Unix
        ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
        : new Socket(endpoint.Remote.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    // The port is chosen at connect, so that one source address serves more connections than it has ports, to different servers.
    private static void Bind(Socket socket, IPAddress source)
    {
        if (OperatingSystem.IsLinux() && socket.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6)
        {
            Span<byte> on = stackalloc byte[sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(on, 1);
            socket.SetRawSocketOption(IpProtocol, IpBindAddressNoPort, on);
        }
        socket.Bind(new IPEndPoint(source, 0));
    }

    private static ConnectFailure ReasonOf(SocketError error) => error switch
    {
        SocketError.ConnectionRefused => ConnectFailure.Refused,
        SocketError.TimedOut => ConnectFailure.TimedOut,
        SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.NetworkDown or SocketError.HostDown => ConnectFailure.Unreachable,
        SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported => ConnectFailure.SourceNotHere,
        SocketError.TooManyOpenSockets or SocketError.NoBufferSpaceAvailable or SocketError.AddressAlreadyInUse => ConnectFailure.OutOfResources,
        _ => ConnectFailure.Other,
    };
}
