using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Todoku.Cli.Tests.BlackBox;

/// <summary>The relay as systemd runs it: it tells how it stands, takes over sockets, gives up root, reads its configuration anew, stops.</summary>
public sealed class RelayBinaryTests : IDisposable
{
    private const int Patience = 60_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("todoku-relay-").FullName;
    private readonly Socket _manager = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified) { ReceiveTimeout = Patience };
    private readonly int _port = FreePort();

    public RelayBinaryTests()
    {
        const UnixFileMode anyone = (UnixFileMode)0b111_111_111;
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder, anyone);
        _manager.Bind(new UnixDomainSocketEndPoint(In("notify")));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(In("notify"), anyone);
    }

    public void Dispose()
    {
        _manager.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Gives_up_root_keeps_the_old_configuration_when_the_new_one_is_wrong_and_stops_when_told()
    {
        var isRoot = Environment.UserName == "root";
        Configure(isRoot ? "user = \"nobody\"" : "");
        using var relay = Start("");
        try
        {
            Assert.Equal($"READY=1\nSTATUS=listening on 127.0.0.1:{_port}", Hear());
            if (isRoot) Assert.DoesNotContain("\t0", await File.ReadAllTextAsync($"/proc/{relay.Id}/status").ContinueWith(text => Line(text.Result, "Uid:") + Line(text.Result, "Gid:")));
            Assert.StartsWith("220 mail.example.com", Greeting(), StringComparison.Ordinal);

            Configure("language = \"xx\"");
            Signal(relay, "HUP");
            Assert.StartsWith("RELOADING=1\nMONOTONIC_USEC=", Hear(), StringComparison.Ordinal);
            Assert.StartsWith("READY=1", Hear(), StringComparison.Ordinal);
            Assert.StartsWith("220 mail.example.com", Greeting(), StringComparison.Ordinal);

            Signal(relay, "TERM");
            Assert.Equal("STOPPING=1", Hear());
            Assert.True(relay.WaitForExit(Patience));
            Assert.Equal(0, relay.ExitCode);
            Assert.Contains("the old configuration is kept", await relay.StandardOutput.ReadToEndAsync(), StringComparison.Ordinal);
        }
        finally
        {
            if (!relay.HasExited) relay.Kill();
        }
    }

    [Fact]
    public async Task Takes_over_a_socket_that_listened_before_it()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/systemd-socket-activate"), "systemd-socket-activate is not installed");
        Configure("");
        using var relay = Start($"systemd-socket-activate -l 127.0.0.1:{_port} -E NOTIFY_SOCKET ");
        try
        {
            // It is started by the first client, who waits for its greeting.
            Assert.Contains("Listening", await relay.StandardError.ReadLineAsync(), StringComparison.Ordinal);
            Assert.StartsWith("220 mail.example.com", Greeting(), StringComparison.Ordinal);
            Assert.Equal($"READY=1\nSTATUS=listening on 127.0.0.1:{_port}", Hear());
        }
        finally
        {
            Signal(relay, "TERM");
            if (!relay.WaitForExit(Patience)) relay.Kill();
        }
    }

    [Fact]
    public async Task Says_who_has_the_port()
    {
        using var other = new TcpListener(IPAddress.Loopback, _port);
        other.Start();
        Configure("");

        using var relay = Start("");

        Assert.True(relay.WaitForExit(Patience));
        Assert.Equal(3, relay.ExitCode);
        Assert.Contains($"can't listen: 127.0.0.1:{_port}", await relay.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static string Line(string text, string name) => text.Split('\n').First(line => line.StartsWith(name, StringComparison.Ordinal));

    private static void Signal(Process process, string name)
    {
        using var kill = Process.Start("kill", ["-s", name, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private string In(string name) => Path.Combine(_folder, name);

    private void Configure(string more) => File.WriteAllText(In("relay.toml"), $"""
        [relay]
        host-name = "mail.example.com"
        data = "data"
        {more}
        [[listen]]
        address = "127.0.0.1:{_port}"
        role = "trusted"
        trusted = ["127.0.0.1"]
        [control]
        socket = "run/control.sock"
        """);

    private Process Start(string before) => Binary.Start($"NOTIFY_SOCKET={In("notify")} exec {before}$todoku relay run --config {In("relay.toml")}");

    private string Hear()
    {
        var buffer = new byte[1024];
        return Encoding.UTF8.GetString(buffer, 0, _manager.Receive(buffer));
    }

    private string Greeting()
    {
        using var client = new TcpClient { ReceiveTimeout = Patience };
        client.Connect(IPAddress.Loopback, _port);
        var buffer = new byte[512];
        return Encoding.ASCII.GetString(buffer, 0, client.GetStream().Read(buffer));
    }
}
