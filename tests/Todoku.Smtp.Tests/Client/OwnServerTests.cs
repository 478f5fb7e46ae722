using System.IO.Pipelines;
using System.Net;
using System.Net.Security;
using System.Text;
using CsCheck;
using Todoku.Mail;
using Todoku.Smtp.Client;
using Todoku.Smtp.Client.Authentication;
using Todoku.Smtp.Client.Connecting;
using Todoku.Smtp.Client.Messages;
using Todoku.Smtp.Client.Outcomes;
using Todoku.Smtp.Client.Tls;
using Todoku.Smtp.Server;
using Todoku.Smtp.Server.Authentication;
using Todoku.Smtp.Server.Hosting;
using Todoku.Smtp.Tests.Server;

namespace Todoku.Smtp.Tests.Client;

/// <summary>Our client and our server speak to each other.</summary>
public sealed class OwnServerTests
{
    private static readonly Gen<string> Body = Gen.OneOf(
        Gen.Const("\r\n"), Gen.Const("\r"), Gen.Const("\n"), Gen.Const("."), Gen.Const("a"), Gen.Const("\r\n.\r\n"), Gen.Const("\n.\n"), Gen.Const("\r\n.\n"), Gen.Const("\r\r\n.\r\r\n"),
        Gen.Const("\r\nRSET\r\n"), Gen.Const(new string('b', 70)))
        .Array[0, 60].Select(string.Concat);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Any_message_arrives_once_with_its_content(bool isChunked) => Gen.Select(Body, Body).Sample((first, second) =>
        ExchangeAsync(isChunked, first, second).GetAwaiter().GetResult(), iter: 300);

    [Fact]
    public async Task Passwords_and_TLS_work_over_TCP()
    {
        var authority = new TestAuthority();
        var certificate = SslStreamCertificateContext.Create(authority.Issue("mail.local.test"), [authority.Certificate], offline: true);
        var receiver = new FakeReceiver();
        var users = new PasswordTable([new("user", ScramCredential.Create("pencil"))]);
        await using var host = new SmtpServerHost(receiver, users, null, new SmtpHostLimits(), TimeProvider.System);
        host.Start([
            new SmtpListener
            {
                EndPoint = new IPEndPoint(IPAddress.Loopback, 0),
                Session = Server.Dialogue.Options(SmtpListenerRole.Submission),
                Tls = () => new SslServerAuthenticationOptions { ServerCertificateContext = certificate },
            },
        ]);
        var options = Dialogue.Options with
        {
            Credentials = new SmtpCredentials("user", "pencil"),
            Tls = new TlsSettings { Requirement = new TlsRequirement.Verified([DomainName.Parse("mail.local.test")]), ServerName = DomainName.Parse("mail.local.test"), Authorities = [authority.Certificate] },
        };

        var session = await OpenAsync(host.EndPoints[0], options);
        var large = string.Concat(Enumerable.Repeat(".a line of a large message\r\n", 40_000));
        var outcome = await session.SendAsync(large, "user@local.test");
        await session.QuitAsync(TestContext.Current.CancellationToken);
        var wrong = await SmtpClientSession.OpenAsync(
            new SocketConnector(TimeProvider.System), new SmtpEndpoint(host.EndPoints[0]), options with { Credentials = new SmtpCredentials("user", "guess") }, TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.Equal("user@local.test Accepted EndOfData 250", Dialogue.Show(outcome));
        Assert.Equal(large, Assert.Single(receiver.Committed).Text[^large.Length..]);
        Assert.Equal("refused Auth 535", Dialogue.Show(Assert.IsType<SmtpOpening.Failed>(wrong).Outcome));
    }

    private static async Task<SmtpClientSession> OpenAsync(IPEndPoint endpoint, SmtpClientOptions options) =>
        Assert.IsType<SmtpOpening.Ready>(await SmtpClientSession.OpenAsync(
            new SocketConnector(TimeProvider.System), new SmtpEndpoint(endpoint), options, TimeProvider.System, TestContext.Current.CancellationToken)).Session;

    private static async Task ExchangeAsync(bool isChunked, params string[] bodies)
    {
        var memory = new MemoryConnection();
        var receiver = new FakeReceiver();
        using var server = new SmtpServerSession(new StreamConnection(memory.Server), Server.Dialogue.Options(), receiver, null, null, TimeProvider.System, "s1");
        var serving = server.RunAsync(CancellationToken.None);
        var opening = await SmtpClientSession.OpenAsync(new MemoryConnector(memory), Dialogue.Endpoint, Dialogue.Options with { UseChunking = isChunked }, TimeProvider.System, CancellationToken.None);
        var session = Assert.IsType<SmtpOpening.Ready>(opening).Session;
        foreach (var body in bodies)
        {
            var outcome = await session.SendAsync(Dialogue.Envelope("a@client.example", "user@local.test"), MessageContent.FromOctets(Encoding.Latin1.GetBytes(body)), CancellationToken.None);
            Assert.Equal("user@local.test Accepted EndOfData 250", Dialogue.Show(outcome));
        }
        await session.QuitAsync(CancellationToken.None);
        await serving;
        Assert.Equal(bodies.Select(Normal), receiver.Committed.Select(message => message.Text));
    }

    private static string Normal(string body)
    {
        var lines = body.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\n", "\r\n", StringComparison.Ordinal);
        return lines.Length == 0 || lines.EndsWith('\n') ? lines : lines + "\r\n";
    }

    private sealed class MemoryConnector(MemoryConnection connection) : ISmtpConnector
    {
        public Task<ConnectOutcome> ConnectAsync(SmtpEndpoint endpoint, TimeSpan limit, CancellationToken ct) =>
            Task.FromResult<ConnectOutcome>(new ConnectOutcome.Connected(new SmtpConnection(connection.Client, null, null)));
    }

    private sealed class StreamConnection(Stream stream) : SmtpServerConnection
    {
        public override PipeReader Input { get; } = PipeReader.Create(stream);

        public override PipeWriter Output { get; } = PipeWriter.Create(stream);

        public override IPEndPoint RemoteEndPoint { get; } = new(IPAddress.Parse("192.0.2.1"), 40_000);

        public override IPEndPoint LocalEndPoint { get; } = new(IPAddress.Parse("192.0.2.25"), 25);

        public override TlsDetails? Tls => null;

        public override bool CanStartTls => false;

        public override ValueTask<bool> StartTlsAsync(CancellationToken cancellationToken) => ValueTask.FromResult(false);
    }
}
