using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Todoku.Relay.Operating.Sockets;

/// <summary>Sockets that the service manager opened and hands over (sd_listen_fds(3)): they listen already, also while the relay is started anew.</summary>
public static class SystemdSockets
{
    private const int First = 3;
    private const int Most = 64;

    /// <summary>Takes them over, with their names. What is no stream socket is closed, and said to be none.</summary>
    /// <param name="variable">Gives a variable of the environment; empty or null when it is not set.</param>
    /// <param name="processId">The id of this process: they may be meant for another.</param>
    public static IReadOnlyList<InheritedDescriptor> Take(Func<string, string?> variable, int processId)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (variable("LISTEN_PID") != processId.ToString(CultureInfo.InvariantCulture)) return [];
        if (!int.TryParse(variable("LISTEN_FDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > Most) return [];
        var names = variable("LISTEN_FDNAMES") is { Length: > 0 } list ? list.Split(':') : [];
        return [.. Enumerable.Range(0, count).Select(at => new InheritedDescriptor(First + at, at < names.Length ? names[at] : "", Open(First + at)))];
    }

    internal static Socket? Open(int descriptor)
    {
        var handle = new SafeSocketHandle(descriptor, ownsHandle: true);
        Socket? socket = null;
        try
        {
            socket = new Socket(handle);
            if (socket is { SocketType: SocketType.Stream, LocalEndPoint: IPEndPoint or UnixDomainSocketEndPoint }) return socket;
        }
        catch (SocketException)
        {
            // No socket at all.
        }
        socket?.Dispose();
        handle.Dispose();
        return null;
    }
}
