using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Todoku.Smtp.Replies;
using Todoku.Smtp.Server;
using Todoku.Smtp.Server.Hosting;
using Todoku.Smtp.Transcripts;

namespace Todoku.Smtp.Tests.Server;

/// <summary>The server on real sockets of the loopback interface.</summary>
public sealed class HostTests
{
    private static readonly SslServerAuthenticationOptions Certificate = ServerCertificate.Use(SelfSigned());

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Takes_a_message(bool hasImplicitTls, bool saysStartTls)
    {
        var receiver = new FakeReceiver();
        await using var host = Host(receiver, new SmtpHostLimits(), hasImplicitTls);
        await using var client = await Client.ConnectAsync(host.EndPoints[0]);
        if (hasImplicitTls) await client.StartTlsAsync();
        Assert.StartsWith("220", await client.HearAsync(), StringComparison.Ordinal);
        if (saysStartTls)
        {
            Assert.StartsWith("220", await client.AskAsync("STARTTLS"), StringComparison.Ordinal);
            await client.StartTlsAsync();
        }
        Assert.StartsWith("250", await client.AskAsync("HELO client.example"), StringComparison.Ordinal);
        Assert.StartsWith("250", await client.AskAsync("MAIL FROM:<a@client.example>"), StringComparison.Ordinal);
        Assert.StartsWith("250", await client.AskAsync("RCPT TO:<user@local.test>"), StringComparison.Ordinal);
        Assert.StartsWith("354", await client.AskAsync("DATA"), StringComparison.Ordinal);
        var body = string.Concat(Enumerable.Range(0, 5000).Select(i => $".line {i}\r\n"));
        Assert.StartsWith("250", await client.AskAsync($".{body.Replace("\r\n.", "\r\n..", StringComparison.Ordinal)}."), StringComparison.Ordinal);
        Assert.StartsWith("221", await client.AskAsync("QUIT"), StringComparison.Ordinal);
        Assert.Null(await client.HearAsync());

        Assert.Equal(body, Assert.Single(receiver.Committed).Text);
        Assert.Equal(hasImplicitTls || saysStartTls, receiver.Client?.Tls?.Protocol == "TLS1.3");
    }

    [Fact]
    public async Task Serves_a_socket_that_listened_before_it()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Listen();
        await using var client = await Client.ConnectAsync((IPEndPoint)socket.LocalEndPoint!);
        await using var host = new SmtpServerHost(new FakeReceiver(), null, null, new SmtpHostLimits(), TimeProvider.System);

        host.Start([Listener(hasImplicitTls: false) with { Socket = socket }]);

        Assert.Equal(socket.LocalEndPoint, host.EndPoints[0]);
        Assert.StartsWith("220", await client.HearAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_with_STARTTLS_in_plain_text_is_not_run_under_TLS()
    {
        await using var host = Host(new FakeReceiver(), new SmtpHostLimits());
        await using var client = await Client.ConnectAsync(host.EndPoints[0]);
        await client.HearAsync();

        Assert.StartsWith("220", await client.AskAsync("STARTTLS\r\nHELO injected.example"), StringComparison.Ordinal);
        await client.StartTlsAsync();

        Assert.StartsWith("503 5.5.1 Say EHLO first", await client.AskAsync("MAIL FROM:<>"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turns_away_what_is_too_many_and_says_so()
    {
        var observer = new Observer();
        await using var host = Host(new FakeReceiver(), new SmtpHostLimits { ConnectionsFromLoopback = 2 }, observer: observer);
        await using var first = await Client.ConnectAsync(host.EndPoints[0]);
        await using var second = await Client.ConnectAsync(host.EndPoints[0]);
        Assert.StartsWith("220", await first.HearAsync(), StringComparison.Ordinal);
        Assert.StartsWith("220", await second.HearAsync(), StringComparison.Ordinal);
        await using var third = await Client.ConnectAsync(host.EndPoints[0]);

        Assert.StartsWith("421 4.7.0", await third.HearAsync(), StringComparison.Ordinal);
        Assert.Null(await third.HearAsync());
        Assert.StartsWith("250", await first.AskAsync("NOOP"), StringComparison.Ordinal);
        Assert.Equal(421, observer.TurnedAwayWith);
    }

    [Fact]
    public async Task The_reply_to_a_client_that_still_sends_arrives()
    {
        await using var host = Host(new FakeReceiver(), new SmtpHostLimits());
        await using var client = await Client.ConnectAsync(host.EndPoints[0]);
        await client.HearAsync();

        Assert.StartsWith("421 4.7.0", await client.AskAsync($"POST / HTTP/1.1\r\n{new string('x', 100_000)}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handshake_that_is_none_hurts_nobody_else()
    {
        await using var host = Host(new FakeReceiver(), new SmtpHostLimits());
        await using var broken = await Client.ConnectAsync(host.EndPoints[0]);
        await broken.HearAsync();
        await broken.AskAsync("STARTTLS");
        Assert.Null(await broken.AskAsync("EHLO plain.example"));
        await using var client = await Client.ConnectAsync(host.EndPoints[0]);

        Assert.StartsWith("220", await client.HearAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stops_in_two_steps()
    {
        var receiver = new FakeReceiver();
        await using var host = Host(receiver, new SmtpHostLimits());
        await using var idle = await Client.ConnectAsync(host.EndPoints[0]);
        await using var busy = await Client.ConnectAsync(host.EndPoints[0]);
        await idle.HearAsync();
        await busy.HearAsync();
        await busy.AskAsync("HELO client.example");
        await busy.AskAsync("MAIL FROM:<>");
        await busy.AskAsync("RCPT TO:<user@local.test>");
        await busy.AskAsync("DATA");

        var stopped = host.StopAsync(TimeSpan.FromMinutes(1));
        Assert.StartsWith("421 4.3.2", await idle.HearAsync(), StringComparison.Ordinal);
        Assert.StartsWith("250", await busy.AskAsync("text\r\n."), StringComparison.Ordinal);
        Assert.StartsWith("421 4.3.2", await busy.HearAsync(), StringComparison.Ordinal);
        await idle.DisposeAsync();
        await busy.DisposeAsync();
        await stopped;

        Assert.Single(receiver.Committed);
        await Assert.ThrowsAsync<SocketException>(() => Client.ConnectAsync(host.EndPoints[0]));
    }

    [Fact]
    public async Task Cuts_what_does_not_end()
    {
        var receiver = new FakeReceiver();
        await using var host = Host(receiver, new SmtpHostLimits());
        await using var busy = await Client.ConnectAsync(host.EndPoints[0]);
        await busy.HearAsync();
        await busy.AskAsync("HELO client.example");
        await busy.AskAsync("MAIL FROM:<>");
        await busy.AskAsync("RCPT TO:<user@local.test>");
        await busy.AskAsync("DATA");

        await host.StopAsync(TimeSpan.Zero);

        Assert.Equal(0, host.Sessions);
        Assert.Empty(receiver.Committed);
        Assert.Equal((1, 1), receiver.Sinks);
    }

    [Fact]
    public void Listens_on_all_or_none()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        taken.Listen();
        var host = new SmtpServerHost(new FakeReceiver(), null, null, new SmtpHostLimits(), TimeProvider.System);

        Assert.Throws<SocketException>(() => host.Start([Listener(false), Listener(false) with { EndPoint = (IPEndPoint)taken.LocalEndPoint! }]));
        Assert.Empty(host.EndPoints);
    }

    [Fact]
    public void An_IPv6_network_counts_as_one()
    {
        var counts = new ConnectionCounts(new SmtpHostLimits { ConnectionsPerAddress = 1, Connections = 3 });

        Assert.Null(counts.TryEnter(Peer.Of(IPAddress.Parse("2001:db8::1"))));
        Assert.Equal((ushort?)421, counts.TryEnter(Peer.Of(IPAddress.Parse("2001:db8::2")))?.Code);
        Assert.Null(counts.TryEnter(Peer.Of(IPAddress.Parse("2001:db8:0:1::1"))));
        counts.Leave(Peer.Of(IPAddress.Parse("2001:db8::2")));
        Assert.Null(counts.TryEnter(Peer.Of(IPAddress.Parse("2001:db8::3"))));
        Assert.Null(counts.TryEnter(Peer.Of(IPAddress.Parse("192.0.2.1"))));
        Assert.Equal((ushort?)421, counts.TryEnter(Peer.Of(IPAddress.Parse("192.0.2.2")))?.Code);
    }

    [Fact]
    public void A_user_of_this_machine_counts_by_itself()
    {
        var counts = new ConnectionCounts(new SmtpHostLimits { ConnectionsFromLoopback = 1 });

        Assert.Null(counts.TryEnter(Peer.Of(33)));
        Assert.Equal((ushort?)421, counts.TryEnter(Peer.Of(33))?.Code);
        Assert.Null(counts.TryEnter(Peer.Of(34)));
        Assert.Null(counts.TryEnter(Peer.Of(IPAddress.Loopback)));
        counts.Leave(Peer.Of(33));
        Assert.Null(counts.TryEnter(Peer.Of(33)));
    }

    [Fact]
    public async Task Who_comes_by_a_Unix_socket_is_known_by_the_kernel_and_relays()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Linux");
        var receiver = new FakeReceiver();
        var path = Path.Combine(Directory.CreateTempSubdirectory("todoku-socket-").FullName, "sendmail.sock");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        await using var host = new SmtpServerHost(receiver, null, null, new SmtpHostLimits(), TimeProvider.System);
        host.Start([Listener(false) with { Socket = socket, Tls = null, Session = Dialogue.Options() with { Role = SmtpListenerRole.LocalUsers } }]);
        await using var client = await Client.ConnectAsync(path);

        Assert.StartsWith("220", await client.HearAsync(), StringComparison.Ordinal);
        var hello = await client.AskAsync("EHLO localhost");
        while (hello!.StartsWith("250-", StringComparison.Ordinal)) hello = await client.HearAsync();
        Assert.Equal("250 XONCE", hello.TrimEnd());
        Assert.StartsWith("501", await client.AskAsync("MAIL FROM:<a@client.example> XONCE=0f8f.ad"), StringComparison.Ordinal);
        Assert.StartsWith("501", await client.AskAsync($"MAIL FROM:<a@client.example> XONCE={new string('0', 65)}"), StringComparison.Ordinal);
        Assert.StartsWith("250", await client.AskAsync("MAIL FROM:<a@client.example> XONCE=0f8f-AD"), StringComparison.Ordinal);
        Assert.StartsWith("250", await client.AskAsync("RCPT TO:<b@elsewhere.example>"), StringComparison.Ordinal);
        Assert.StartsWith("354", await client.AskAsync("DATA"), StringComparison.Ordinal);
        Assert.StartsWith("250", await client.AskAsync("text\r\n."), StringComparison.Ordinal);

        Assert.Equal("0f8f-AD", Assert.Single(receiver.Committed).Envelope.Parameters.Key);
        Assert.Empty(host.EndPoints);
        var own = uint.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(own, receiver.Client?.LocalUserId);
    }

    private static SmtpServerHost Host(FakeReceiver receiver, SmtpHostLimits limits, bool hasImplicitTls = false, ISmtpSessionObserver? observer = null)
    {
        var host = new SmtpServerHost(receiver, null, observer, limits, TimeProvider.System);
        host.Start([Listener(hasImplicitTls)]);
        return host;
    }

    private static SmtpListener Listener(bool hasImplicitTls) => new()
    {
        EndPoint = new IPEndPoint(IPAddress.Loopback, 0),
        Tls = () => Certificate,
        HasImplicitTls = hasImplicitTls,
        Session = Dialogue.Options(),
    };

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest("CN=mail.local.test", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
    }

    private sealed class Observer : ISmtpSessionObserver
    {
        public int TurnedAwayWith { get; private set; }

        public void TurnedAway(IPAddress address, Reply reply) => TurnedAwayWith = reply.Code;

        public void Failed(SmtpClientInfo client, Exception exception) => Assert.Fail(exception.ToString());

        public void Ended(SmtpClientInfo client, SessionEnd end, Transcript transcript)
        {
        }
    }

    private sealed class Client : IAsyncDisposable
    {
        private readonly NetworkStream _network;
        private readonly List<byte> _line = [];
        private Stream _stream;

        private Client(Socket socket) => _stream = _network = new NetworkStream(socket, ownsSocket: true);

        public static async Task<Client> ConnectAsync(IPEndPoint server)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(server, Patience);
            return new Client(socket);
        }

        public static async Task<Client> ConnectAsync(string path)
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), Patience);
            return new Client(socket);
        }

        public async Task StartTlsAsync()
        {
            var tls = new SslStream(_network, leaveInnerStreamOpen: true);
#pragma warning disable CA5359 // The certificate was made for this test.
            await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "mail.local.test", RemoteCertificateValidationCallback = (_, _, _, _) => true }, Patience);
#pragma warning restore CA5359
            _stream = tls;
        }

        public async Task<string?> AskAsync(string line)
        {
            await _stream.WriteAsync(Encoding.Latin1.GetBytes($"{line}\r\n"), Patience);
            return await HearAsync();
        }

        /// <summary>One line; null at the end.</summary>
        public async Task<string?> HearAsync()
        {
            _line.Clear();
            var one = new byte[1];
            try
            {
                while (await _stream.ReadAsync(one, Patience) == 1)
                {
                    _line.Add(one[0]);
                    if (one[0] == '\n') return Encoding.Latin1.GetString([.. _line]);
                }
            }
            catch (IOException)
            {
                // Reset is an end too.
            }
            return null;
        }

        public ValueTask DisposeAsync() => _stream.DisposeAsync();
    }
}
