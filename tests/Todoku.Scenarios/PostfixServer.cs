using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Todoku.Scenarios;

/// <summary>
/// A real Postfix of its own, in a folder and a mount namespace of its own, in which the receivers' host names lead to this machine. Needs root
/// and the package postfix; nothing outside its folder is touched.
/// </summary>
internal sealed class PostfixServer : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);

    private readonly string _folder;
    private readonly Process _process;

    private PostfixServer(string folder, int port, Process process)
    {
        _folder = folder;
        Port = port;
        _process = process;
    }

    /// <summary>Where it takes mail.</summary>
    public int Port { get; }

    /// <summary>Its log.</summary>
    public string LogPath => Path.Combine(_folder, "log", "mail.log");

    /// <summary>The folder of main.cf.</summary>
    public string ConfigurationFolder => Path.Combine(_folder, "etc");

    /// <summary>Its /etc/hosts.</summary>
    public string HostsPath => Path.Combine(_folder, "hosts");

    /// <summary>Why it can't run here; null when it can.</summary>
    public static string? Missing()
    {
        if (!OperatingSystem.IsLinux()) return "needs Linux";
        if (!File.Exists("/usr/sbin/postfix") && !File.Exists("/usr/libexec/postfix/master")) return "needs Postfix (apt-get install postfix)";
        return Environment.UserName == "root" ? null : "needs root, for a mount namespace and Postfix's own users";
    }

    /// <summary>Starts it and waits until it takes mail.</summary>
    /// <param name="receivers">Domain → (host name of its MX, port on this machine).</param>
    /// <param name="settings">Further lines of main.cf.</param>
    /// <param name="ct">Stops the waiting.</param>
    public static async Task<PostfixServer> StartAsync(IReadOnlyDictionary<string, (string Host, int Port)> receivers, string settings, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("todoku-postfix-").FullName;
        var port = FreePort();
        WriteFolders(folder);
        WriteConfiguration(folder, port, receivers, settings);
        var start = new ProcessStartInfo("unshare") { RedirectStandardError = true, RedirectStandardOutput = true };
        string[] arguments =
        [
            "--mount", "--propagation", "private", "sh", "-c",
            $"mount --bind {folder}/hosts /etc/hosts && exec postfix -c {folder}/etc start-fg",
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var process = Process.Start(start) ?? throw new InvalidOperationException("unshare did not start");
        var server = new PostfixServer(folder, port, process);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(StartTimeout);
        await server.WaitForBannerAsync(timeout.Token);
        return server;
    }

    /// <summary>Waits until the log has <paramref name="count"/> lines that hold <paramref name="text"/>.</summary>
    public async Task WaitForLogAsync(string text, int count, CancellationToken ct)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (CountInLog(text) < count) await ticks.WaitForNextTickAsync(ct);
    }

    /// <summary>How many lines of the log hold a text.</summary>
    public int CountInLog(string text)
    {
        if (!File.Exists(LogPath)) return 0;
        using var stream = new FileStream(LogPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        var count = 0;
        while (reader.ReadLine() is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal)) count++;
        }
        return count;
    }

    /// <summary>Runs a Postfix command on this instance (<c>postqueue -f</c>).</summary>
    public async Task RunAsync(string command, CancellationToken ct, params string[] arguments)
    {
        var start = new ProcessStartInfo(command);
        foreach (var argument in (string[])["-c", Path.Combine(_folder, "etc"), .. arguments]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command} did not start");
        await process.WaitForExitAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("postfix", CancellationToken.None, "stop");
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void WriteFolders(string folder)
    {
        foreach (var name in (string[])["etc", "spool", "data", "log"]) Directory.CreateDirectory(Path.Combine(folder, name));
        using var chmod = Process.Start("chmod", $"755 {folder} {folder}/spool");
        chmod.WaitForExit();
        using var chown = Process.Start("chown", $"postfix {folder}/data");
        chown.WaitForExit();
    }

    private static void WriteConfiguration(string folder, int port, IReadOnlyDictionary<string, (string Host, int Port)> receivers, string settings)
    {
        File.WriteAllText(Path.Combine(folder, "hosts"), "127.0.0.1 localhost\n" + string.Concat(receivers.Values.Select((receiver, i) => $"127.0.1.{i + 1} {receiver.Host}\n")));
        File.WriteAllText(Path.Combine(folder, "etc", "transport"),
            string.Concat(receivers.Select(pair => $"{pair.Key} smtp:[{pair.Value.Host}]:{pair.Value.Port}\n")));
        File.WriteAllText(Path.Combine(folder, "etc", "main.cf"), $"""
            compatibility_level = 3.6
            queue_directory = {folder}/spool
            data_directory = {folder}/data
            maillog_file = {folder}/log/mail.log
            maillog_file_prefixes = {folder}
            myhostname = web1.hosting.example
            myorigin = $myhostname
            mydestination =
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            mynetworks = 127.0.0.0/8
            smtp_host_lookup = native
            transport_maps = texthash:{folder}/etc/transport
            minimal_backoff_time = 300s
            smtp_tls_security_level = none
            multi_instance_enable = no
            {settings}

            """);
        File.WriteAllText(Path.Combine(folder, "etc", "master.cf"), $"""
            127.0.0.1:{port} inet n - n - - smtpd
            pickup unix n - n 60 1 pickup
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
            tlsmgr unix - - n 1000? 1 tlsmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            verify unix - - n - 1 verify
            flush unix n - n 1000? 0 flush
            proxymap unix - - n - - proxymap
            smtp unix - - n - - smtp
            relay unix - - n - - smtp -o syslog_name=postfix/$service_name
            showq unix n - n - - showq
            error unix - - n - - error
            retry unix - - n - - error
            discard unix - - n - - discard
            local unix - n n - - local
            virtual unix - n n - - virtual
            lmtp unix - - n - - lmtp
            anvil unix - - n - 1 anvil
            scache unix - - n - 1 scache
            postlog unix-dgram n - n - 1 postlogd

            """);
    }

    private async Task WaitForBannerAsync(CancellationToken ct)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            if (_process.HasExited) throw new InvalidOperationException($"Postfix ended: {await _process.StandardError.ReadToEndAsync(ct)}");
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port, ct);
                using var reader = new StreamReader(client.GetStream());
                if ((await reader.ReadLineAsync(ct))?.StartsWith("220", StringComparison.Ordinal) == true) return;
            }
            catch (SocketException)
            {
                // Not yet listening.
            }
            await ticks.WaitForNextTickAsync(ct);
        }
    }
}
