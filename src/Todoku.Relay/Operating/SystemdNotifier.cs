using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Todoku.Relay.Operating;

/// <summary>
/// Tells the service manager how the relay stands (sd_notify(3)): datagrams to the socket that NOTIFY_SOCKET names. Without one nothing is sent, and a
/// manager that does not listen changes nothing.
/// </summary>
public sealed class SystemdNotifier : IDisposable
{
    private readonly Socket? _socket;
    private readonly TimeProvider _time;

    private SystemdNotifier(Socket? socket, TimeSpan? watchdog, TimeProvider time) => (_socket, WatchdogPeriod, _time) = (socket, watchdog, time);

    /// <summary>How often the manager wants to hear <see cref="Alive"/>, or it starts the relay anew; half of it is a good period. Null when it does not wait for it.</summary>
    public TimeSpan? WatchdogPeriod { get; }

    /// <summary>Whether there is a manager to tell.</summary>
    public bool IsConnected => _socket is not null;

    /// <summary>Makes one from the environment of the process.</summary>
    /// <param name="variable">Gives a variable; empty or null when it is not set.</param>
    /// <param name="processId">The id of this process: a watchdog may be meant for another.</param>
    /// <param name="time">The clock.</param>
    public static SystemdNotifier Create(Func<string, string?> variable, int processId, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return new SystemdNotifier(Connect(variable("NOTIFY_SOCKET")), Watchdog(variable, processId), time);
    }

    /// <summary>The relay serves: everything is listened to.</summary>
    public void Ready(string status) => Send($"READY=1\nSTATUS={OneLine(status)}");

    /// <summary>The configuration is being read anew; <see cref="Ready"/> ends it.</summary>
    public void Reloading()
    {
        // The manager compares it with when it sent the signal, by the same clock (CLOCK_MONOTONIC).
        var microseconds = (long)((Int128)_time.GetTimestamp() * 1_000_000 / _time.TimestampFrequency);
        Send(string.Create(CultureInfo.InvariantCulture, $"RELOADING=1\nMONOTONIC_USEC={microseconds}"));
    }

    /// <summary>The relay stops.</summary>
    public void Stopping() => Send("STOPPING=1");

    /// <summary>What <c>systemctl status</c> shows.</summary>
    public void Status(string status) => Send($"STATUS={OneLine(status)}");

    /// <summary>The relay is alive.</summary>
    public void Alive() => Send("WATCHDOG=1");

    /// <summary>Asks for more time to start or stop.</summary>
    public void ExtendTimeout(TimeSpan time) => Send(string.Create(CultureInfo.InvariantCulture, $"EXTEND_TIMEOUT_USEC={(long)time.TotalMicroseconds}"));

    /// <inheritdoc/>
    public void Dispose() => _socket?.Dispose();

    private static Socket? Connect(string? path)
    {
        if (string.IsNullOrEmpty(path) || path[0] is not ('/' or '@')) return null;
        Socket? socket = null;
        try
        {
            socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
            // "@" stands for the zero octet of the abstract namespace.
            socket.Connect(new UnixDomainSocketEndPoint(path[0] == '@' ? '\0' + path[1..] : path));
            return socket;
        }
        catch (Exception error) when (error is SocketException or ArgumentException or PlatformNotSupportedException)
        {
            socket?.Dispose();
            return null;
        }
    }

    private static TimeSpan? Watchdog(Func<string, string?> variable, int processId)
    {
        if (!long.TryParse(variable("WATCHDOG_USEC"), NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) || microseconds is <= 0 or > 86_400_000_000) return null;
        var isMeant = variable("WATCHDOG_PID") is not { Length: > 0 } pid || pid == processId.ToString(CultureInfo.InvariantCulture);
        return isMeant ? TimeSpan.FromMicroseconds(microseconds) : null;
    }

    private static string OneLine(string text) => text.Replace('\n', ' ');

    private void Send(string state)
    {
        try
        {
            _socket?.Send(Encoding.UTF8.GetBytes(state));
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The manager is gone or busy; mail goes on.
        }
    }
}
