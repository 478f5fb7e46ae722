using System.Text;
using CsCheck;
using Todoku.Smtp.Client;
using Todoku.Smtp.Client.Connecting;
using Todoku.Smtp.Client.Outcomes;

namespace Todoku.Smtp.Tests.Client;

/// <summary>Whatever a server says, there is an outcome, in bounded time.</summary>
public sealed class HostileServerTests
{
    private static readonly Gen<string> Said = Gen.OneOf(
        Gen.Const("220 mx.example\r\n"), Gen.Const("250 ok\r\n"), Gen.Const("250-PIPELINING\r\n250-CHUNKING\r\n250 AUTH PLAIN SCRAM-SHA-256\r\n"), Gen.Const("354 go on\r\n"),
        Gen.Const("421 away\r\n"), Gen.Const("450 later\r\n"), Gen.Const("550-no\r\n550 never\r\n"), Gen.Const("334 cj1h\r\n"), Gen.Const("235 ok\r\n"), Gen.Const("250-"), Gen.Const("\n"),
        Gen.Char['\0', '\u00ff'].Array[0, 20].Select(characters => new string(characters)));

    [Fact]
    public void There_is_always_an_outcome() => Said.Array[0, 14].Sample(said =>
    {
        var octets = Encoding.Latin1.GetBytes(string.Concat(said));
        RunAsync(octets).GetAwaiter().GetResult();
    }, iter: 3_000);

    // All that the server will ever say is there from the start, and then it closes.
    private static async Task RunAsync(byte[] octets)
    {
        var connection = new MemoryConnection();
        await connection.Server.WriteAsync(octets, CancellationToken.None);
        connection.EndServerOutput();
        var options = Dialogue.Options with { IsLmtp = octets.Length % 3 == 0, UseChunking = octets.Length % 2 == 0, UsePipelining = octets.Length % 5 != 0 };
        var opening = await SmtpClientSession.OpenAsync(new FixedConnector(connection), Dialogue.Endpoint, options, TimeProvider.System, CancellationToken.None);
        if (opening is not SmtpOpening.Ready { Session: var session }) return;
        await using (session)
        {
            for (var i = 0; i < 3 && session.IsReusable; i++)
            {
                var outcome = await session.SendAsync(Dialogue.Envelope("", "a@example.com", "b@example.com"), Dialogue.Content(Dialogue.Text), CancellationToken.None);
                if (outcome is SmtpAttemptOutcome.Answered answered) Assert.All(answered.Results, result => Assert.NotNull(result.Reply));
                else Assert.IsType<SmtpAttemptOutcome.Lost>(outcome);
            }
        }
    }

    private sealed class FixedConnector(MemoryConnection connection) : ISmtpConnector
    {
        public Task<ConnectOutcome> ConnectAsync(SmtpEndpoint endpoint, TimeSpan limit, CancellationToken ct) =>
            Task.FromResult<ConnectOutcome>(new ConnectOutcome.Connected(new SmtpConnection(connection.Client, null, null)));
    }
}
