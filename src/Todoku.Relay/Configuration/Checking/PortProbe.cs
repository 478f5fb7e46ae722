using System.Net;
using System.Net.Sockets;
using Todoku.Relay.Operating;

namespace Todoku.Relay.Configuration.Checking;

/// <summary>Tries whether an address can be listened on, by doing so for a moment.</summary>
public static class PortProbe
{
    /// <summary>Tries; null when it can be.</summary>
    public static (ListenFault Fault, string Detail)? Try(IPEndPoint place)
    {
        try
        {
            using var socket = ListeningSockets.Bind(place);
            socket.Listen(1);
            return null;
        }
        catch (SocketException error)
        {
            var fault = error.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => ListenFault.InUse,
                SocketError.AccessDenied => ListenFault.NotAllowed,
                SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported => ListenFault.NotOurs,
                _ => ListenFault.Other,
            };
            return (fault, error.Message);
        }
    }
}
