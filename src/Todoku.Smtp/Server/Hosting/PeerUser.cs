using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Todoku.Smtp.Server.Hosting;

/// <summary>Asks the kernel which user is at the other end of a Unix socket (unix(7), SO_PEERCRED): who connected, whatever it says and became since.</summary>
internal static class PeerUser
{
    // <asm-generic/socket.h>
    private const int SocketLevel = 1;
    private const int PeerCredentials = 17;

    // struct ucred: process, user, group.
    private const int Length = 12;
    private const int UserAt = 4;

    /// <summary>The number of the user; null when it can't be had.</summary>
    public static uint? Of(Socket socket)
    {
        if (!OperatingSystem.IsLinux() || socket.AddressFamily != AddressFamily.Unix) return null;
        Span<byte> credentials = stackalloc byte[Length];
        try
        {
            return socket.GetRawSocketOption(SocketLevel, PeerCredentials, credentials) == Length ? MemoryMarshal.Read<uint>(credentials[UserAt..]) : null;
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            return null;
        }
    }
}
