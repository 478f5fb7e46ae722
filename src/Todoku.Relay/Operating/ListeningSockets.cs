using System.Net;
using System.Net.Sockets;
using Todoku.Relay.Configuration;

namespace Todoku.Relay.Operating;

/// <summary>Binds the addresses of the configuration, before root is given up for a user that may not open ports below 1024. Nothing is accepted yet.</summary>
public static class ListeningSockets
{
    /// <summary>Binds what is not inherited.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="inherited">Sockets of the service manager (<see cref="Sockets.SystemdSockets"/>).</param>
    /// <returns>All sockets, the inherited ones too.</returns>
    /// <exception cref="IOException">An address can't be had, which the message names; then all are closed.</exception>
    public static IReadOnlyList<Socket> Bind(RelayConfiguration configuration, IReadOnlyList<Socket> inherited)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(inherited);
        var sockets = inherited.ToList();
        try
        {
            foreach (var place in configuration.Listeners.Select(listener => listener.EndPoint))
            {
                if (!inherited.Any(socket => place.Equals(socket.LocalEndPoint))) sockets.Add(Named(place));
            }
            return sockets;
        }
        catch (IOException)
        {
            foreach (var socket in sockets) socket.Dispose();
            throw;
        }
    }

    /// <summary>Binds one address.</summary>
    /// <exception cref="SocketException">It can't be had.</exception>
    public static Socket Bind(IPEndPoint place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var socket = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (place.AddressFamily == AddressFamily.InterNetworkV6) socket.DualMode = false;
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            socket.Bind(place);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static Socket Named(IPEndPoint place)
    {
        try
        {
            return Bind(place);
        }
        catch (SocketException error)
        {
            throw new IOException($"{place}: {error.Message}", error);
        }
    }
}
