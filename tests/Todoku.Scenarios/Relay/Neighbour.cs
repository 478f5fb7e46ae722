using System.Diagnostics;

namespace Todoku.Scenarios.Relay;

/// <summary>
/// Another mail server beside the relay: the MX of shop.example, whose mail it hands to the sink, and a host whose other mail goes to the relay, its smart host.
/// </summary>
internal sealed class Neighbour : IAsyncDisposable
{
    private const string Postfix = "/usr/sbin/postfix";
    private const string Exim = "/usr/sbin/exim4";
    private const string OpenSmtpd = "/usr/sbin/smtpd";

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private Neighbour(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Why one can't run here; null when it can.</summary>
    /// <param name="kind"><c>postfix</c>, <c>exim</c> or <c>opensmtpd</c>.</param>
    public static string? Missing(string kind) => kind switch
    {
        "postfix" => File.Exists(Postfix) ? null : "needs Postfix (apt-get install postfix)",
        "exim" => OverlaidSystem.Missing(Exim),
        _ => OverlaidSystem.Missing(OpenSmtpd),
    };

    /// <summary>Starts one at <see cref="Internet.Receiver"/> and waits until it takes mail.</summary>
    public static async Task<Neighbour> StartAsync(Internet internet, string kind, CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(Path.Combine(internet.Folder, kind)).FullName;
        var process = kind switch
        {
            "postfix" => StartPostfix(internet.Network, folder),
            "exim" => OverlaidSystem.Start(internet.Network, folder, new Dictionary<string, string> { ["exim4/exim4.conf"] = EximConfiguration },
                $"mkdir -p /var/spool/exim4 && chown Debian-exim:Debian-exim /var/spool/exim4\nexec {Exim} -bdf -q2s -C /etc/exim4/exim4.conf"),
            _ => OverlaidSystem.Start(internet.Network, folder, new Dictionary<string, string> { ["smtpd.conf"] = OpenSmtpdConfiguration, ["mailname"] = "mx.shop.example\n" },
                $"mount -t tmpfs tmpfs /var/lib && mkdir -p /var/lib/opensmtpd/empty /var/spool/smtpd && chmod 711 /var/spool/smtpd\nexec {OpenSmtpd} -d -f /etc/smtpd.conf"),
        };
        var neighbour = new Neighbour(process);
        await neighbour.WaitForBannerAsync(internet.Network, ct);
        return neighbour;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task WaitForBannerAsync(NetworkNamespace network, CancellationToken ct)
    {
        const string knock = "import socket,sys; s=socket.create_connection((sys.argv[1],25),2); sys.exit(0 if s.recv(3)==b'220' else 1)";
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while ((await network.RunAsync("", "/usr/bin/python3", ["-c", knock, Internet.Receiver], ct)).Status != 0)
        {
            if (_process.HasExited) throw new InvalidOperationException($"it ended: {await _output}{await _errors}");
            await ticks.WaitForNextTickAsync(ct);
        }
    }

    private static Process StartPostfix(NetworkNamespace network, string folder)
    {
        foreach (var name in (string[])["etc", "spool", "data", "log"]) Directory.CreateDirectory(Path.Combine(folder, name));
        File.WriteAllText(Path.Combine(folder, "etc", "main.cf"), $"""
            compatibility_level = 3.6
            queue_directory = {folder}/spool
            data_directory = {folder}/data
            maillog_file = {folder}/log/mail.log
            maillog_file_prefixes = {folder}
            myhostname = mx.shop.example
            mydestination =
            inet_interfaces = {Internet.Receiver}
            inet_protocols = ipv4
            mynetworks = {Internet.Receiver}
            relay_domains = shop.example
            relay_recipient_maps =
            relayhost = [127.0.0.1]:25
            transport_maps = inline:{"{"}shop.example=smtp:[{Internet.OtherReceiver}]:25{"}"}
            multi_instance_enable = no

            """);
        File.WriteAllText(Path.Combine(folder, "etc", "master.cf"), """
            smtp inet n - n - - smtpd
            pickup unix n - n 60 1 pickup
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            proxymap unix - - n - - proxymap
            smtp unix - - n - - smtp
            relay unix - - n - - smtp
            error unix - - n - - error
            retry unix - - n - - error
            anvil unix - - n - 1 anvil
            scache unix - - n - 1 scache
            postlog unix-dgram n - n - 1 postlogd

            """);
        return network.Start("sh", "-c", $"chmod 755 {folder} {folder}/spool {folder}/.. && chown postfix {folder}/data && exec postfix -c {folder}/etc start-fg");
    }

    private const string EximConfiguration = $"""
        primary_hostname = mx.shop.example
        local_interfaces = {Internet.Receiver}
        daemon_smtp_ports = 25
        domainlist own = shop.example
        hostlist local = {Internet.Receiver}
        acl_smtp_rcpt = check_recipient
        tls_advertise_hosts =
        smtputf8_advertise_hosts = *
        keep_environment =
        log_file_path = /var/spool/exim4/%slog
        disable_ipv6 = true
        host_lookup =
        rfc1413_query_timeout = 0s
        begin acl
        check_recipient:
          accept domains = +own
          accept hosts = +local
          deny
        begin routers
        sink:
          driver = manualroute
          domains = +own
          transport = remote
          route_list = * {Internet.OtherReceiver}
        relay:
          driver = manualroute
          transport = remote
          route_list = * 127.0.0.1
          self = send
        begin transports
        remote:
          driver = smtp
          hosts_try_dane =

        """;

    private const string OpenSmtpdConfiguration = $"""
        listen on {Internet.Receiver} port 25 hostname mx.shop.example
        action "sink" relay host smtp://{Internet.OtherReceiver}
        action "relay" relay host smtp://127.0.0.1
        match from any for domain "shop.example" action "sink"
        match from src {Internet.Receiver} for any action "relay"

        """;
}
