using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Todoku.Relay.Operating;
using Todoku.Relay.Operating.Sockets;

namespace Todoku.Relay.Tests.Operating;

/// <summary>What goes between the service manager and the relay, over real sockets.</summary>
public sealed partial class SystemdTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Tells_the_manager_how_it_stands(bool isAbstract)
    {
        var path = isAbstract ? $"@todoku-{Guid.NewGuid()}" : Path.Combine(_folder.Path, "notify");
        using var manager = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        manager.Bind(new UnixDomainSocketEndPoint(isAbstract ? '\0' + path[1..] : path));
        var time = new FakeTimeProvider();
        using var notifier = SystemdNotifier.Create(name => name == "NOTIFY_SOCKET" ? path : null, 1, time);

        notifier.Ready("3 listeners\nall well");
        Assert.Equal("READY=1\nSTATUS=3 listeners all well", Hear(manager));
        notifier.Reloading();
        var reloading = Hear(manager).Split('\n');
        Assert.Equal("RELOADING=1", reloading[0]);
        Assert.Equal($"MONOTONIC_USEC={time.GetTimestamp() / (time.TimestampFrequency / 1_000_000)}", reloading[1]);
        notifier.Alive();
        Assert.Equal("WATCHDOG=1", Hear(manager));
        notifier.ExtendTimeout(TimeSpan.FromSeconds(2));
        Assert.Equal("EXTEND_TIMEOUT_USEC=2000000", Hear(manager));
        notifier.Stopping();
        Assert.Equal("STOPPING=1", Hear(manager));
    }

    [Fact]
    public void Goes_on_without_a_manager()
    {
        using var none = SystemdNotifier.Create(_ => null, 1, TimeProvider.System);
        using var gone = SystemdNotifier.Create(name => name == "NOTIFY_SOCKET" ? Path.Combine(_folder.Path, "gone") : null, 1, TimeProvider.System);

        none.Ready("");
        gone.Stopping();

        Assert.False(none.IsConnected);
        Assert.False(gone.IsConnected);
    }

    [Theory]
    [InlineData("30000000", "7", 30)]
    [InlineData("30000000", null, 30)]
    [InlineData("30000000", "8", null)]
    [InlineData("x", null, null)]
    public void Knows_whether_it_is_watched(string period, string? processId, int? seconds)
    {
        using var notifier = SystemdNotifier.Create(name => name switch { "WATCHDOG_USEC" => period, "WATCHDOG_PID" => processId, _ => null }, 7, TimeProvider.System);

        Assert.Equal(seconds is { } given ? TimeSpan.FromSeconds(given) : null, notifier.WatchdogPeriod);
    }

    [Fact]
    public void Takes_over_sockets_that_listen_and_closes_others()
    {
        using var tcp = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        tcp.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        tcp.Listen();
        var place = (IPEndPoint)tcp.LocalEndPoint!;
        using var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        udp.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        using var taken = Assert.IsType<Socket>(SystemdSockets.Open(Descriptor(tcp)));
        Assert.Null(SystemdSockets.Open(Descriptor(udp)));

        Assert.Equal(place, taken.LocalEndPoint);
        using var client = new TcpClient();
        client.Connect(place);
        using var accepted = taken.Accept();
        Assert.True(accepted.Connected);
    }

    [Fact]
    public void Sockets_for_another_process_are_not_taken() =>
        Assert.Empty(SystemdSockets.Take(name => name switch { "LISTEN_PID" => "1", "LISTEN_FDS" => "1", _ => null }, 7));

    // As the manager hands it over: a descriptor that no object of this process knows.
    private static int Descriptor(Socket socket) => Duplicate((int)socket.SafeHandle.DangerousGetHandle());

    [LibraryImport("libc", EntryPoint = "dup")]
    private static partial int Duplicate(int descriptor);

    private static string Hear(Socket manager)
    {
        var buffer = new byte[1024];
        return Encoding.UTF8.GetString(buffer, 0, manager.Receive(buffer));
    }
}
