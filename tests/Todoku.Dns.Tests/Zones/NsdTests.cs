using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Todoku.Dns.Network;
using Todoku.Dns.Zones;
using Todoku.Mail;

namespace Todoku.Dns.Tests.Zones;

/// <summary>One zone file, once read by us and once served by NSD: every question has the same answer.</summary>
public sealed class NsdTests
{
    private const string Nsd = "/usr/sbin/nsd";

    private const string Zone = """
        $ORIGIN example.com.
        $TTL 10m
        @ SOA ns1 mail ( 1 2h 1H ; comment
            2w 300 )
        @ NS ns1
        ns1 A 192.0.2.53
        @ 60 TXT "v=spf1 mx" " -all"
        @ MX 10 mail
        @ MX 0 .
        mail A 192.0.2.1
             A 192.0.2.2
             AAAA 2001:db8::1
        alias 50 CNAME chain
        chain CNAME mail
        loop CNAME pool
        pool CNAME loop
        dangling CNAME nothing
        *.wild TXT "star"
        sub.wild A 192.0.2.2
        *.cwild CNAME mail
        a.deep A 192.0.2.3
        _25._tcp.mail TLSA 3 1 1 ( 0102030405060708010203040506070801020304050607080102030405060708 )
        @ CAA 0 issue "ca.example.net"
        odd\.name\032\255 TXT "\"\\\000\255;()" plain\;word
        generic TYPE16 \# 3 ( 02 4142 )
        1.2.0.192 PTR mail
        """;

    private static readonly string[] Names =
    [
        "example.com", "EXAMPLE.com", "ns1.example.com", "mail.example.com", "alias.example.com", "chain.example.com", "loop.example.com", "dangling.example.com", "wild.example.com",
        "x.wild.example.com", "x.y.wild.example.com", "*.wild.example.com", "sub.wild.example.com", "x.sub.wild.example.com", "x.cwild.example.com", "deep.example.com", "a.deep.example.com",
        "x.a.deep.example.com", "_tcp.mail.example.com", "_25._tcp.mail.example.com", @"odd\046name\032\255.example.com", "odd.name.example.com", "generic.example.com", "nothing.example.com",
        "1.2.0.192.example.com", "2.0.192.example.com",
    ];

    [Fact]
    public async Task Answers_as_NSD_does()
    {
        Assert.SkipUnless(File.Exists(Nsd), "nsd is not installed (apt-get install nsd)");
        using var folder = new NsdFolder(Zone, FreePort());
        using var nsd = Process.Start(new ProcessStartInfo(Nsd, ["-d", "-c", folder.Configuration]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        try
        {
            var theirs = new NetworkResolver([new IPEndPoint(IPAddress.Loopback, folder.Port)], TimeSpan.FromSeconds(5), TimeProvider.System);
            var ours = new ZoneResolver([ZoneFile.Parse(Zone)], null);
            await WaitUntilReadyAsync(nsd);
            foreach (var name in Names.Select(DomainName.Parse))
                foreach (var type in Enum.GetValues<DnsRecordType>())
                    Assert.Equal($"{name} {type} {await AskAsync(theirs, name, type)}", $"{name} {type} {await AskAsync(ours, name, type)}");
        }
        finally
        {
            nsd.Kill(entireProcessTree: true);
            await nsd.WaitForExitAsync(CancellationToken.None);
        }
    }

    // It says so on standard error when it listens.
    private static async Task WaitUntilReadyAsync(Process nsd)
    {
        var said = new List<string>();
        while (await nsd.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains("nsd started", StringComparison.Ordinal)) return;
            said.Add(line);
        }
        Assert.Fail($"nsd does not start: {string.Join('\n', said)}");
    }

    private static async Task<string> AskAsync(IDnsResolver resolver, DomainName name, DnsRecordType type) => await resolver.AskAsync(name, type, CancellationToken.None) switch
    {
        DnsAnswer.Found found => $"{string.Join(" | ", found.Records.Select(record => RecordText.Of(record)).Order(StringComparer.Ordinal))} over [{string.Join(' ', found.Aliases)}] {found.TimeToLive}",
        DnsAnswer.NoData none => $"no data {none.TimeToLive}",
        DnsAnswer.NoSuchDomain none => $"no such domain {none.TimeToLive}",
        DnsAnswer.Failed failed => failed.Failure.ToString(),
        _ => "",
    };

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private sealed class NsdFolder : IDisposable
    {
        private readonly string _path = Directory.CreateTempSubdirectory("todoku-nsd-").FullName;

        public NsdFolder(string zone, int port)
        {
            Port = port;
            File.WriteAllText(Path.Combine(_path, "example.zone"), zone + "\n");
            File.WriteAllText(Configuration, $"""
                server:
                    ip-address: 127.0.0.1@{port}
                    username: ""
                    zonesdir: "{_path}"
                    database: ""
                    pidfile: "{_path}/nsd.pid"
                    zonelistfile: "{_path}/zone.list"
                    xfrdfile: ""
                    xfrdir: "{_path}"
                remote-control:
                    control-enable: no
                zone:
                    name: example.com
                    zonefile: example.zone

                """);
        }

        public int Port { get; }

        public string Configuration => Path.Combine(_path, "nsd.conf");

        public void Dispose() => Directory.Delete(_path, recursive: true);
    }
}
