using System.Net.Sockets;

namespace Todoku.Web.Control;

/// <summary>Binds the control socket: one that a relay left behind is replaced, one that is listened on is not.</summary>
public static class ControlSocket
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;

    /// <summary>Binds it.</summary>
    /// <exception cref="IOException">It can't be had; the message names it and says why.</exception>
    public static Socket Bind(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Socket? socket = null;
        try
        {
            var place = new UnixDomainSocketEndPoint(path);
            if (File.Exists(path))
            {
                if (IsListenedOn(place)) throw new IOException($"{path}: another relay listens there");
                File.Delete(path);
            }
            else if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
            {
                Directory.CreateDirectory(folder);
            }
            socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.Bind(place);
            // Nobody can connect before it is listened on; who does is asked for by the kernel anyway.
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, Mode);
            return socket;
        }
        catch (Exception error) when (error is SocketException or UnauthorizedAccessException or ArgumentException)
        {
            socket?.Dispose();
            throw new IOException($"{path}: {error.Message}", error);
        }
    }

    private static bool IsListenedOn(UnixDomainSocketEndPoint place)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(place);
            return true;
        }
        catch (SocketException error)
        {
            // Refused: whoever listened is gone.
            return error.SocketErrorCode is not (SocketError.ConnectionRefused or SocketError.AddressNotAvailable);
        }
    }
}
