using System.Buffers.Binary;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Todoku.Relay.Operating;

namespace Todoku.Web.Control;

/// <summary>Who is at the other end of a Unix socket, as the kernel says.</summary>
/// <param name="Identity">User and group.</param>
/// <param name="Groups">Further groups.</param>
internal sealed record Peer(UserIdentity Identity, IReadOnlyList<uint> Groups)
{
    // Of Linux (socket(7), unix(7)).
    private const int SocketLevel = 1;
    private const int PeerCredentials = 17;
    private const int PeerGroups = 59;
    private const int MaxGroups = 1024;

    /// <summary>Asks the kernel; null when it does not say.</summary>
    public static Peer? Of(Socket socket)
    {
        // struct ucred: process, user, group.
        Span<byte> credentials = stackalloc byte[12];
        try
        {
            if (socket.GetRawSocketOption(SocketLevel, PeerCredentials, credentials) != credentials.Length) return null;
            var identity = new UserIdentity(BinaryPrimitives.ReadUInt32LittleEndian(credentials[4..]), BinaryPrimitives.ReadUInt32LittleEndian(credentials[8..]));
            return new Peer(identity, GroupsOf(socket));
        }
        catch (SocketException)
        {
            return null;
        }
    }

    /// <summary>Whether it may administer a relay that runs as somebody: root, the same user, and who is in its group.</summary>
    public bool MayControl(UserIdentity relay) => Identity.User == 0 || Identity.User == relay.User || Identity.Group == relay.Group || Groups.Contains(relay.Group);

    private static uint[] GroupsOf(Socket socket)
    {
        var buffer = new byte[MaxGroups * sizeof(uint)];
        try
        {
            var length = socket.GetRawSocketOption(SocketLevel, PeerGroups, buffer);
            return MemoryMarshal.Cast<byte, uint>(buffer.AsSpan(0, length)).ToArray();
        }
        catch (SocketException)
        {
            // A kernel before 4.13, or more groups than anybody has.
            return [];
        }
    }
}
