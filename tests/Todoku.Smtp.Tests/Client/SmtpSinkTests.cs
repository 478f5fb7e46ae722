using Todoku.Smtp.Client;
using Todoku.Smtp.Client.Connecting;
using Todoku.Smtp.Client.Outcomes;

namespace Todoku.Smtp.Tests.Client;

/// <summary>The client beside a real server over TCP.</summary>
public sealed class SmtpSinkTests
{
    private const string Both = "a@example.com Accepted EndOfData 250, b@example.com Accepted EndOfData 250";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("-p")]
    [InlineData("-e")]
    [InlineData("-8 -N -a")]
    [InlineData("-L")]
    public async Task Messages_are_taken_over_one_connection(string options)
    {
        await using var sink = await SmtpSink.StartAsync(Words(options));
        var session = Assert.IsType<SmtpOpening.Ready>(await OpenAsync(sink, isLmtp: options == "-L")).Session;
        var large = string.Concat(Enumerable.Repeat(".a line of a larger message\r\n", 30_000));

        foreach (var text in (string[])[Dialogue.Text, large, ".\r\n", ""]) Assert.Equal(Both, Dialogue.Show(await session.SendAsync(text, "a@example.com", "b@example.com")));

        await session.QuitAsync(Ct);
        Assert.Equal(4, session.MessageCount);
    }

    [Theory]
    [InlineData("-f CONNECT", "refused Banner 500")]
    [InlineData("-f HELO,EHLO", "refused Ehlo 500")]
    [InlineData("-r EHLO", "refused Ehlo 450")]
    [InlineData("-f MAIL", "a@example.com Refused MailFrom 500")]
    [InlineData("-r MAIL", "a@example.com Refused MailFrom 450")]
    [InlineData("-f RCPT", "a@example.com Refused RcptTo 500")]
    [InlineData("-f DATA", "a@example.com Refused Data 500")]
    [InlineData("-r .", "a@example.com Refused EndOfData 450")]
    [InlineData("-Q CONNECT", "refused Banner 421")]
    [InlineData("-Q MAIL", "a@example.com Refused MailFrom 421")]
    [InlineData("-Q RCPT", "a@example.com Refused RcptTo 421")]
    [InlineData("-Q DATA", "a@example.com Refused Data 421")]
    [InlineData("-Q .", "a@example.com Refused EndOfData 421")]
    public async Task Refusals_are_read(string options, string expected) => Assert.Equal(expected, Dialogue.Show(await AttemptAsync(options)));

    [Theory]
    [InlineData("-q CONNECT", "Banner", false)]
    [InlineData("-q EHLO", "Ehlo", false)]
    [InlineData("-q MAIL", "MailFrom", false)]
    [InlineData("-q RCPT", "RcptTo", false)]
    [InlineData("-q DATA", "Data", false)]
    [InlineData("-q .", "EndOfData", true)]
    public async Task Lost_connections_are_named(string options, string stage, bool isPossiblyDelivered)
    {
        // Commands that were not read yet make the kernel answer with a reset: closed and broken are both right.
        var lost = Assert.IsType<SmtpAttemptOutcome.Lost>(await AttemptAsync(options));

        Assert.Contains(lost.Reason, new[] { LossReason.Closed, LossReason.Broken });
        Assert.Equal((stage, isPossiblyDelivered), (lost.Stage.ToString(), lost.IsPossiblyDelivered));
    }

    [Fact]
    public async Task The_connection_comes_from_the_address_that_was_asked_for()
    {
        await using var sink = await SmtpSink.StartAsync();
        var opening = await SmtpClientSession.OpenAsync(
            new SocketConnector(TimeProvider.System), sink.Endpoint with { Source = System.Net.IPAddress.Parse("127.0.0.2") }, Dialogue.Options, TimeProvider.System, Ct);
        await using var session = Assert.IsType<SmtpOpening.Ready>(opening).Session;

        Assert.Equal(System.Net.IPAddress.Parse("127.0.0.2"), ((System.Net.IPEndPoint)session.Local!).Address);
        Assert.Equal(sink.Endpoint.Remote, session.Remote);
    }

    [Fact]
    public async Task A_large_message_that_is_refused_while_it_is_sent_is_refused()
    {
        await using var sink = await SmtpSink.StartAsync("-A", "0");
        await using var session = Assert.IsType<SmtpOpening.Ready>(await OpenAsync(sink)).Session;

        Assert.Equal("a@example.com Refused EndOfData 550", Dialogue.Show(await session.SendAsync(new string('a', 20_000_000))));
    }

    private static async Task<SmtpAttemptOutcome> AttemptAsync(string options)
    {
        await using var sink = await SmtpSink.StartAsync(Words(options));
        var opening = await OpenAsync(sink);
        if (opening is SmtpOpening.Failed failed) return failed.Outcome;
        await using var session = ((SmtpOpening.Ready)opening).Session;
        return await session.SendAsync();
    }

    private static Task<SmtpOpening> OpenAsync(SmtpSink sink, bool isLmtp = false) =>
        SmtpClientSession.OpenAsync(new SocketConnector(TimeProvider.System), sink.Endpoint, Dialogue.Options with { IsLmtp = isLmtp }, TimeProvider.System, Ct);

    private static string[] Words(string options) => options.Length == 0 ? [] : options.Split(' ');
}
