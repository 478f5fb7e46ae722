using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Todoku.Dns.Network;
using Todoku.Dns.Updates;
using Todoku.Mail;

namespace Todoku.Dns.Tests.Updates;

/// <summary>A real BIND takes our signed updates, and we take its signed answers.</summary>
public sealed class BindTests : IDisposable
{
    private const string Named = "/usr/sbin/named";
    private const string Secret = "q2V0dGluZyBvbiB3aXRoIGl0IGluIHRlc3RzIG9ubHk=";
    private static readonly DomainName Zone = DomainName.Parse("example.com");

    private readonly string _folder = Directory.CreateTempSubdirectory("todoku-bind-").FullName;
    private readonly int _port = FreePort();

    private IPEndPoint Server => new(IPAddress.Loopback, _port);

    [Fact]
    public async Task Adds_replaces_and_removes_records_of_every_type()
    {
        using var bind = await StartAsync();
        try
        {
            var long_ = new string('p', 300);
            UpdateRecord[] records =
            [
                Text("example.com", "v=spf1 ip4:192.0.2.1 -all"), Text("s1._domainkey.example.com", long_),
                new(DomainName.Parse("mail.example.com"), DnsRecordType.A, TimeSpan.FromMinutes(5), new DnsRecord.Address(IPAddress.Parse("192.0.2.1"))),
                new(DomainName.Parse("mail.example.com"), DnsRecordType.AAAA, TimeSpan.FromMinutes(5), new DnsRecord.Address(IPAddress.Parse("2001:db8::1"))),
                new(DomainName.Parse("example.com"), DnsRecordType.MX, TimeSpan.FromMinutes(5), new DnsRecord.MailExchanger(10, DomainName.Parse("mail.example.com"))),
                new(DomainName.Parse("www.example.com"), DnsRecordType.CNAME, TimeSpan.FromMinutes(5), new DnsRecord.Name(DomainName.Parse("mail.example.com"))),
                new(DomainName.Parse("_25._tcp.mail.example.com"), DnsRecordType.TLSA, TimeSpan.FromMinutes(5), new DnsRecord.TlsAssociation(3, 1, 1, new byte[32])),
                new(DomainName.Parse("example.com"), DnsRecordType.CAA, TimeSpan.FromMinutes(5), new DnsRecord.CertificationAuthority(0, "issue", "ca.example.net"u8.ToArray())),
            ];

            Assert.IsType<UpdateOutcome.Made>(await SendAsync(new DnsUpdate(Zone) { Added = records }, Secret));

            foreach (var record in records) Assert.Equal([RecordText.Of(record.Content)], await AskAsync(record.Owner, record.Type));
            var other = Text("example.com", "v=spf1 ip4:192.0.2.2 -all");
            Assert.IsType<UpdateOutcome.Made>(await SendAsync(new DnsUpdate(Zone) { Required = [records[0]], Removed = [records[0]], Added = [other] }, Secret));
            Assert.Equal([RecordText.Of(other.Content)], await AskAsync(Zone, DnsRecordType.TXT));
            Assert.Equal(8, Assert.IsType<UpdateOutcome.Refused>(await SendAsync(new DnsUpdate(Zone) { Required = [records[0]], Removed = [other] }, Secret)).Code);
            Assert.Equal([RecordText.Of(other.Content)], await AskAsync(Zone, DnsRecordType.TXT));
            // 7, YXRRSET: there is one.
            Assert.Equal(7, Assert.IsType<UpdateOutcome.Refused>(await SendAsync(new DnsUpdate(Zone) { Absent = [new DnsQuestion(Zone, DnsRecordType.TXT)], Added = [records[0]] }, Secret)).Code);
            Assert.IsType<UpdateOutcome.Made>(await SendAsync(new DnsUpdate(Zone) { Removed = [other] }, Secret));
            Assert.Empty(await AskAsync(Zone, DnsRecordType.TXT));
        }
        finally
        {
            bind.Kill();
        }
    }

    [Fact]
    public async Task An_answer_that_somebody_changed_on_the_way_is_no_yes()
    {
        using var bind = await StartAsync();
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var passing = PassAsync(listener);

            var outcome = await new DnsUpdater(TimeSpan.FromSeconds(30), TimeProvider.System).SendAsync(
                (IPEndPoint)listener.LocalEndpoint, new DnsUpdate(Zone) { Added = [Text("example.com", "x")] }, Key(Secret, "todoku"), TestContext.Current.CancellationToken);
            await passing;

            Assert.IsType<UpdateOutcome.NotVerified>(outcome);
        }
        finally
        {
            bind.Kill();
        }
    }

    [Fact]
    public async Task Says_why_it_is_refused()
    {
        using var bind = await StartAsync();
        try
        {
            var update = new DnsUpdate(Zone) { Added = [Text("example.com", "x")] };

            Assert.Equal(16, Assert.IsType<UpdateOutcome.KeyRefused>(await SendAsync(update, "d3Jvbmc=")).Error);
            Assert.Equal(17, Assert.IsType<UpdateOutcome.KeyRefused>(await SendAsync(update, Secret, "other.key")).Error);
            Assert.Equal(18, Assert.IsType<UpdateOutcome.KeyRefused>(await SendAsync(update, Secret, clock: new Ahead())).Error);
            // 9, NOTAUTH: not a zone of this server.
            Assert.Equal(9, Assert.IsType<UpdateOutcome.Refused>(await SendAsync(update with { Zone = DomainName.Parse("other.example") }, Secret)).Code);
            // 10, NOTZONE: a name outside of the zone.
            Assert.Equal(10, Assert.IsType<UpdateOutcome.Refused>(await SendAsync(update with { Added = [Text("other.example", "x")] }, Secret)).Code);
            Assert.Empty(await AskAsync(Zone, DnsRecordType.TXT));
        }
        finally
        {
            bind.Kill();
        }
        Assert.Equal(DnsFailure.Unreachable, Assert.IsType<UpdateOutcome.NotAnswered>(await new DnsUpdater(TimeSpan.FromSeconds(5), TimeProvider.System).SendAsync(
            new IPEndPoint(IPAddress.Loopback, FreePort()), new DnsUpdate(Zone), Key(Secret, "todoku"), TestContext.Current.CancellationToken)).Failure);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static UpdateRecord Text(string owner, string text)
    {
        var octets = System.Text.Encoding.ASCII.GetBytes(text);
        int[] lengths = octets.Length > 255 ? [255, octets.Length - 255] : [octets.Length];
        return new UpdateRecord(DomainName.Parse(owner), DnsRecordType.TXT, TimeSpan.FromMinutes(5), new DnsRecord.Text(octets, lengths));
    }

    private static TsigKey Key(string secret, string name) => TsigKey.TryParse($"hmac-sha256:{name}:{secret}", out var key) ? key : throw new InvalidOperationException("no key");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Task<UpdateOutcome> SendAsync(DnsUpdate update, string secret, string name = "todoku", TimeProvider? clock = null) =>
        new DnsUpdater(TimeSpan.FromSeconds(30), clock ?? TimeProvider.System).SendAsync(Server, update, Key(secret, name), TestContext.Current.CancellationToken);

    private async Task<string[]> AskAsync(DomainName name, DnsRecordType type) =>
        await new NetworkResolver([Server], TimeSpan.FromSeconds(10), TimeProvider.System).AskAsync(name, type, TestContext.Current.CancellationToken) is DnsAnswer.Found found
            ? [.. found.Records.Select(record => RecordText.Of(record))]
            : [];

    // Hands a request on, and the answer back with one bit of its flags turned (AD).
    private async Task PassAsync(TcpListener listener)
    {
        var ct = TestContext.Current.CancellationToken;
        using var client = await listener.AcceptTcpClientAsync(ct);
        using var server = new TcpClient();
        await server.ConnectAsync(Server, ct);
        foreach (var (from, to, isAnswer) in new[] { (client, server, false), (server, client, true) })
        {
            var message = new byte[2];
            await from.GetStream().ReadExactlyAsync(message, ct);
            Array.Resize(ref message, 2 + (message[0] << 8) + message[1]);
            await from.GetStream().ReadExactlyAsync(message.AsMemory(2), ct);
            if (isAnswer) message[5] ^= 0x20;
            await to.GetStream().WriteAsync(message, ct);
        }
    }

    private async Task<Process> StartAsync()
    {
        Require();
        var ct = TestContext.Current.CancellationToken;
        await File.WriteAllTextAsync(Path.Combine(_folder, "zone"), "$ORIGIN example.com.\n$TTL 60\n@ SOA ns1 mail 1 7200 3600 1209600 60\n@ NS ns1\nns1 A 127.0.0.1\n", ct);
        await File.WriteAllTextAsync(Path.Combine(_folder, "named.conf"), $$"""
            key todoku { algorithm hmac-sha256; secret "{{Secret}}"; };
            controls {};
            options {
                directory "{{_folder}}"; pid-file none; session-keyfile none; recursion no; dnssec-validation no; notify no;
                listen-on port {{_port}} { 127.0.0.1; }; listen-on-v6 { none; };
            };
            zone "example.com" { type primary; file "zone"; update-policy { grant todoku zonesub ANY; }; };
            """, ct);
        var named = Process.Start(new ProcessStartInfo(Named, ["-g", "-n", "1", "-c", Path.Combine(_folder, "named.conf")]) { RedirectStandardError = true })!;
        while (await named.StandardError.ReadLineAsync(ct) is { } line)
        {
            if (!line.EndsWith(" running", StringComparison.Ordinal)) continue;
            _ = named.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            return named;
        }
        throw new InvalidOperationException("named did not start");
    }

    // In CI all that is missing must have been installed, so that nothing is skipped there unnoticed.
    private static void Require()
    {
        if (File.Exists(Named)) return;
        const string missing = "needs named (apt-get install bind9)";
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(missing);
        Assert.Skip(missing);
    }

    private sealed class Ahead : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddHours(1);
    }
}
