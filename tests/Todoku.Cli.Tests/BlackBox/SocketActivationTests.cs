using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Todoku.Cli.Tests.BlackBox;

/// <summary>The relay with every socket handed over as systemd does it: descriptors from 3 on, LISTEN_FDS, LISTEN_PID, LISTEN_FDNAMES.</summary>
public sealed class SocketActivationTests : IDisposable
{
    private const int Patience = 60_000;

    // Opens NAME=PLACE..., puts them at 3, 4 ..., and becomes the relay.
    private const string Launcher = """
        import os, socket, sys
        held, names = [], []
        for spec in sys.argv[2].split(","):
            name, place = spec.split("=", 1)
            if place.startswith("/"):
                one = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
                one.bind(place)
                os.chmod(place, 0o666)
            else:
                host, port = place.rsplit(":", 1)
                one = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
                one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                one.bind((host, int(port)))
            one.listen(16)
            held.append(os.dup2(one.fileno(), 100 + len(held)))
            one.close()
            names.append(name)
        for at, fd in enumerate(held):
            os.dup2(fd, 3 + at, inheritable=True)
            os.close(fd)
        os.environ.update(LISTEN_FDS=str(len(held)), LISTEN_PID=str(os.getpid()), LISTEN_FDNAMES=":".join(names))
        os.execv(sys.argv[1], [sys.argv[1], "relay", "run", "--config", sys.argv[3]])
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("todoku-sockets-").FullName;
    private readonly int[] _ports = FreePorts(3);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("smtp", "http", "metrics", "sendmail", "control")]
    [InlineData("todoku-relay.socket", "todoku-relay.socket", "todoku-relay.socket", "todoku-relay.socket", "todoku-relay.socket")]
    public async Task Every_door_takes_over_its_socket_and_leaves_it_to_systemd_at_the_end(string smtp, string http, string metrics, string sendmail, string control)
    {
        await ConfigureAsync();
        using var relay = Launch($"{control}={In("control.sock")}", $"{http}={Web(1)}", $"{sendmail}={In("sendmail.sock")}", $"{smtp}={Web(0)}", $"{metrics}={Web(2)}");
        try
        {
            using var client = new HttpClient();
            // They listen from before the relay runs: who comes waits.
            Assert.StartsWith("220 mail.example.com", Greeting(), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync($"http://{Web(1)}/v1/messages/1", TestContext.Current.CancellationToken)).StatusCode);
            Assert.Contains("todoku_queue_entries", await client.GetStringAsync($"http://{Web(2)}/metrics", TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Equal(0, (await Binary.RunAsync($"printf 'Subject: x\\n\\nx\\n' | $todoku sendmail --config {In("relay.toml")} -f a@shop.example postmaster@mail.example.com")).Status);
            Assert.Empty(Directory.Exists(In("spool")) ? Directory.EnumerateFiles(In("spool")) : []);
            var (status, output, error) = await Binary.RunAsync($"$todoku queue shape --config {In("relay.toml")} --json");
            Assert.True(status == 0, output + error);

            Signal(relay, "TERM");
            Assert.True(relay.WaitForExit(Patience));
            Assert.Equal(0, relay.ExitCode);
            Assert.True(File.Exists(In("sendmail.sock")) && File.Exists(In("control.sock")));
        }
        finally
        {
            if (!relay.HasExited) relay.Kill();
        }
    }

    [Theory]
    [InlineData("web", 0, "descriptor 3 with the name 'web', which listens at {0}: the relay knows no such name")]
    [InlineData("http", 0, "descriptor 3 with the name 'http', which listens at {0}: the configuration has {1} for that name")]
    public async Task A_socket_that_is_for_no_door_ends_the_start_with_what_to_change(string name, int port, string expected)
    {
        await ConfigureAsync();
        using var relay = Launch($"{name}={Web(port)}");

        Assert.True(relay.WaitForExit(Patience));

        Assert.Equal(3, relay.ExitCode);
        Assert.Contains(string.Format(CultureInfo.InvariantCulture, expected, Web(0), Web(1)), await relay.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static int[] FreePorts(int count)
    {
        var probes = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var probe in probes) probe.Start();
        int[] ports = [.. probes.Select(probe => ((IPEndPoint)probe.LocalEndpoint).Port)];
        foreach (var probe in probes) probe.Dispose();
        return ports;
    }

    private static void Signal(Process process, string name)
    {
        using var kill = Process.Start("kill", ["-s", name, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private Process Launch(params string[] sockets)
    {
        const string python = "/usr/bin/python3";
        Assert.SkipUnless(File.Exists(python), "needs Python (apt-get install python3)");
        File.WriteAllText(In("launch.py"), Launcher);
        return Binary.Start($"exec {python} {In("launch.py")} $todoku {string.Join(',', sockets)} {In("relay.toml")}");
    }

    private string Greeting()
    {
        using var client = new TcpClient { ReceiveTimeout = Patience };
        // The launcher may not have bound it yet.
        for (var tries = 0; !client.Connected; tries++)
        {
            try
            {
                client.Connect(IPAddress.Loopback, _ports[0]);
            }
            catch (SocketException) when (tries < 300)
            {
                Thread.Sleep(100);
            }
        }
        var buffer = new byte[512];
        return System.Text.Encoding.ASCII.GetString(buffer, 0, client.GetStream().Read(buffer));
    }

    private string In(string name) => Path.Combine(_folder, name);

    private string Web(int at) => $"127.0.0.1:{_ports[at]}";

    private async Task ConfigureAsync()
    {
        await File.WriteAllTextAsync(In("relay.toml"), $"""
            [relay]
            host-name = "mail.example.com"
            data = "data"
            [[listen]]
            address = "{Web(0)}"
            role = "trusted"
            trusted = ["127.0.0.1"]
            [http]
            address = "{Web(1)}"
            keys = "keys"
            [metrics]
            address = "{Web(2)}"
            [sendmail]
            socket = "{In("sendmail.sock")}"
            spool = "spool"
            [control]
            socket = "{In("control.sock")}"
            """);
        var (status, _, error) = await Binary.RunAsync($"$todoku relay apikey shop --config {In("relay.toml")}");
        Assert.True(status == 0, error);
    }
}
