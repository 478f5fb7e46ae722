using System.Text;
using Todoku.Mail;
using Todoku.Smtp.Client.Messages;
using Todoku.Smtp.Client.Outcomes;
using Todoku.Smtp.Envelopes;

namespace Todoku.Smtp.Tests.Client;

/// <summary>One message after the other over a session that goes well, or is refused in part.</summary>
public sealed class SendingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sends_envelope_and_DATA_in_one_write_and_the_end_with_the_last_octets()
    {
        var server = new ScriptedServer();
        await using var session = await Dialogue.OpenAsync(server);

        var outcome = await session.SendAsync(recipients: ["a@example.com", "b@example.com"]);

        Assert.Equal("a@example.com Accepted EndOfData 250, b@example.com Accepted EndOfData 250", Dialogue.Show(outcome));
        Assert.Equal(
            ["EHLO client.example\r\n", "MAIL FROM:<sender@example.org> SIZE=24\r\nRCPT TO:<a@example.com>\r\nRCPT TO:<b@example.com>\r\nDATA\r\n", Dialogue.Text + ".\r\n"],
            server.Writes.Select(Encoding.ASCII.GetString));
    }

    [Fact]
    public async Task Waits_for_each_reply_where_pipelining_is_not_offered()
    {
        var server = new ScriptedServer { Keywords = "8BITMIME" };
        await using var session = await Dialogue.OpenAsync(server);

        await session.SendAsync();

        Assert.Equal(
            ["EHLO client.example\r\n", "MAIL FROM:<sender@example.org>\r\n", "RCPT TO:<a@example.com>\r\n", "DATA\r\n", Dialogue.Text + ".\r\n"],
            server.Writes.Select(Encoding.ASCII.GetString));
    }

    [Fact]
    public async Task The_end_never_stands_alone_in_a_write()
    {
        foreach (var length in (int[])[0, 1, 16_383, 16_384, 16_385, 65_535, 65_536, 65_537, 131_072, 300_000])
        {
            var server = new ScriptedServer();
            await using var session = await Dialogue.OpenAsync(server);
            var body = new string('a', length);

            Assert.IsType<SmtpAttemptOutcome.Answered>(await session.SendAsync(body));

            var last = server.Writes[^1];
            Assert.EndsWith(length == 0 ? ".\r\n" : "a\r\n.\r\n", Encoding.ASCII.GetString(last), StringComparison.Ordinal);
            Assert.Equal(length == 0 ? "" : body + "\r\n", Encoding.ASCII.GetString(server.Messages[0]));
        }
    }

    [Fact]
    public async Task Streams_are_sent_as_memory_is()
    {
        var octets = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 20_000).Select(i => $".line {i}\r\n")));
        var server = new ScriptedServer();
        await using var session = await Dialogue.OpenAsync(server);
        using var stream = new MemoryStream(octets);

        await session.SendAsync(Dialogue.Envelope("", "a@example.com"), MessageContent.FromStream(stream, octets.Length, isEightBit: false), Ct);

        Assert.Equal(Encoding.ASCII.GetString(octets).Replace(".line", "..line", StringComparison.Ordinal), Encoding.ASCII.GetString(server.Messages[0]));
        Assert.Equal("MAIL FROM:<> SIZE=248890", server.Commands[1]);
    }

    [Fact]
    public async Task A_pipe_is_sent_to_its_end()
    {
        var server = new ScriptedServer();
        await using var session = await Dialogue.OpenAsync(server);
        var pipe = new System.IO.Pipelines.Pipe();
        await pipe.Writer.WriteAsync(Encoding.ASCII.GetBytes("Subject: a\r\n\r\n"), Ct);
        var sending = session.SendAsync(Dialogue.Envelope("", "a@example.com"), MessageContent.FromPipe(pipe.Reader, null, isEightBit: false), Ct);
        await pipe.Writer.WriteAsync(Encoding.ASCII.GetBytes("text"), Ct);
        await pipe.Writer.CompleteAsync();

        Assert.IsType<SmtpAttemptOutcome.Answered>(await sending);
        Assert.Equal("Subject: a\r\n\r\ntext\r\n", Encoding.ASCII.GetString(server.Messages[0]));
        Assert.Equal("MAIL FROM:<>", server.Commands[1]);
    }

    [Fact]
    public async Task A_stream_that_fails_ends_the_connection_without_the_end_of_the_message()
    {
        var server = new ScriptedServer();
        await using var session = await Dialogue.OpenAsync(server);
        using var stream = new FailingStream();

        var outcome = await session.SendAsync(Dialogue.Envelope("", "a@example.com"), MessageContent.FromStream(stream, null, isEightBit: false), Ct);

        Assert.Equal("disk is gone", Assert.IsType<SmtpAttemptOutcome.ContentFailed>(outcome).Detail);
        await server.Serving;
        Assert.Empty(server.Messages);
        Assert.False(session.IsReusable);
    }

    [Fact]
    public async Task A_connection_serves_several_messages_and_says_QUIT()
    {
        var server = new ScriptedServer();
        var session = await Dialogue.OpenAsync(server);

        for (var i = 0; i < 3; i++) Assert.IsType<SmtpAttemptOutcome.Answered>(await session.SendAsync());
        Assert.True(session.IsReusable);
        await session.QuitAsync(Ct);
        await server.Serving;

        Assert.Equal(3, server.Messages.Count);
        Assert.Equal(3, session.MessageCount);
        Assert.Equal("QUIT", server.Commands[^1]);
        Assert.DoesNotContain("RSET", server.Commands);
        await Assert.ThrowsAsync<InvalidOperationException>(() => session.SendAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_envelope_that_came_to_nothing_is_reset_before_the_next(bool isPipelined)
    {
        var refusing = true;
        var server = new ScriptedServer
        {
            Keywords = isPipelined ? "PIPELINING" : "8BITMIME",
            Answer = (verb, _) => (verb, refusing) switch { ("RCPT", true) => "550 5.1.1 unknown", ("DATA", true) => "554 5.5.1 no valid recipients", _ => null },
        };
        await using var session = await Dialogue.OpenAsync(server);

        var first = await session.SendAsync();
        refusing = false;
        var second = await session.SendAsync();

        Assert.Equal("a@example.com Refused RcptTo 550", Dialogue.Show(first));
        Assert.Equal("a@example.com Accepted EndOfData 250", Dialogue.Show(second));
        Assert.Equal(isPipelined ? 4 : 3, server.Commands.IndexOf("RSET"));
        Assert.Single(server.Messages);
    }

    [Theory]
    [InlineData("MAIL", "550 5.7.1 no", "a@example.com Refused MailFrom 550, b@example.com Refused MailFrom 550")]
    [InlineData("MAIL", "451 4.7.1 wait", "a@example.com Refused MailFrom 451, b@example.com Refused MailFrom 451")]
    [InlineData("MAIL", "421 4.7.0 away", "a@example.com Refused MailFrom 421, b@example.com Refused MailFrom 421")]
    [InlineData("RCPT a", "550 5.1.1 unknown", "a@example.com Refused RcptTo 550, b@example.com Accepted EndOfData 250")]
    [InlineData("RCPT b", "452 4.5.3 too many", "a@example.com Accepted EndOfData 250, b@example.com Refused RcptTo 452")]
    [InlineData("RCPT a", "421 4.7.0 away", "a@example.com Refused RcptTo 421, b@example.com Refused RcptTo 421")]
    [InlineData("RCPT", "554-5.7.1 no\n554 5.7.1 more", "a@example.com Refused RcptTo 554, b@example.com Refused RcptTo 554")]
    [InlineData("DATA", "451 4.3.0 later", "a@example.com Refused Data 451, b@example.com Refused Data 451")]
    [InlineData("DATA", "421 4.3.0 away", "a@example.com Refused Data 421, b@example.com Refused Data 421")]
    [InlineData(".", "554 5.7.1 spam", "a@example.com Refused EndOfData 554, b@example.com Refused EndOfData 554")]
    [InlineData(".", "421 4.3.0 away", "a@example.com Refused EndOfData 421, b@example.com Refused EndOfData 421")]
    public async Task A_refusal_settles_those_it_is_about(string at, string reply, string expected)
    {
        foreach (var keywords in (string[])["PIPELINING", "8BITMIME"])
        {
            var server = new ScriptedServer { Keywords = keywords, Answer = (verb, line) => Dialogue.Hits(at, verb, line) ? reply : null };
            await using var session = await Dialogue.OpenAsync(server);

            var outcome = await session.SendAsync(recipients: ["a@example.com", "b@example.com"]);

            Assert.Equal(expected, Dialogue.Show(outcome));
            Assert.Equal(!reply.StartsWith("421", StringComparison.Ordinal), session.IsReusable);
        }
    }

    [Fact]
    public async Task A_server_that_says_go_on_without_recipients_gets_nothing()
    {
        var server = new ScriptedServer { Answer = (verb, _) => verb switch { "RCPT" => "550 5.1.1 unknown", "." => "554 5.5.1 no valid recipients", _ => null } };
        await using var session = await Dialogue.OpenAsync(server);

        var outcome = await session.SendAsync();

        Assert.Equal("a@example.com Refused RcptTo 550", Dialogue.Show(outcome));
        Assert.Equal([[]], server.Messages);
        Assert.True(session.IsReusable);
    }

    [Fact]
    public async Task Many_recipients_go_out_in_batches()
    {
        var server = new ScriptedServer();
        await using var session = await Dialogue.OpenAsync(server);

        var outcome = Assert.IsType<SmtpAttemptOutcome.Answered>(await session.SendAsync(recipients: [.. Enumerable.Range(0, 250).Select(i => $"r{i}@example.com")]));

        Assert.All(outcome.Results, result => Assert.Equal(RecipientStatus.Accepted, result.Status));
        Assert.Equal(5, server.Writes.Count);
    }

    [Theory]
    [InlineData("8BITMIME", "a@example.com", "Subject: \u00e9\r\n", "")]
    [InlineData("PIPELINING", "a@example.com", "Subject: \u00e9\r\n", "not sent MailFrom NeedsDowngrade")]
    [InlineData("SIZE 10", "a@example.com", "Subject: test\r\n", "not sent MailFrom TooLarge")]
    [InlineData("SIZE 0", "a@example.com", "Subject: test\r\n", "")]
    [InlineData("SIZE", "a@example.com", "Subject: test\r\n", "")]
    [InlineData("8BITMIME", "\u00e9@example.com", "Subject: test\r\n", "not sent MailFrom NeedsInternationalMail")]
    [InlineData("8BITMIME\nSMTPUTF8", "\u00e9@example.com", "Subject: test\r\n", "")]
    public async Task What_the_server_can_not_take_is_not_offered(string keywords, string recipient, string text, string expected)
    {
        var server = new ScriptedServer { Keywords = keywords };
        await using var session = await Dialogue.OpenAsync(server);

        var outcome = await session.SendAsync(text, recipient);

        Assert.True(session.IsReusable);
        if (expected.Length > 0) Assert.Equal(expected, Dialogue.Show(outcome));
        else Assert.Equal($"{recipient} Accepted EndOfData 250", Dialogue.Show(outcome));
        Assert.Equal(expected.Length > 0 ? 1 : 4, server.Commands.Count);
    }

    [Fact]
    public async Task Parameters_are_said_to_servers_that_know_them()
    {
        var envelope = new OutgoingEnvelope(
            Dialogue.Box("sender@example.org"),
            new MailParameters { Return = DsnReturn.Headers, EnvelopeId = "id+1=x", IsInternational = true },
            [
                new OutgoingRecipient(Dialogue.Box("foo..bar@docomo.example"), new RecipientParameters { Notify = DsnNotify.Success | DsnNotify.Delay, OriginalRecipient = "rfc822;o+r@example.com" }),
                new OutgoingRecipient(Dialogue.Box("b@example.com"), new RecipientParameters { Notify = DsnNotify.Never, OriginalRecipient = "utf-8;\u00e9+@example.com" }),
            ]);
        var server = new ScriptedServer { Keywords = "PIPELINING\nDSN\nSMTPUTF8\n8BITMIME\nSIZE" };
        await using var session = await Dialogue.OpenAsync(server);
        await session.SendAsync(envelope, Dialogue.Content("\u00e9\r\n"), Ct);

        Assert.Equal("MAIL FROM:<sender@example.org> SIZE=4 BODY=8BITMIME SMTPUTF8 RET=HDRS ENVID=id+2B1+3Dx", server.Commands[1]);
        Assert.Equal("RCPT TO:<\"foo..bar\"@docomo.example> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;o+2Br@example.com", server.Commands[2]);
        Assert.Equal(@"RCPT TO:<b@example.com> NOTIFY=NEVER ORCPT=utf-8;\x{E9}\x{2B}@example.com", server.Commands[3]);
    }

    [Fact]
    public async Task LMTP_answers_for_each_recipient()
    {
        var answers = new Queue<string>(["250 2.1.5 stored\n452 4.2.2 full"]);
        var server = new ScriptedServer { Answer = (verb, line) => verb == "." ? answers.Dequeue() : line.Contains("<b@", StringComparison.Ordinal) ? "550 5.1.1 unknown" : null };
        await using var session = await Dialogue.OpenAsync(server, Dialogue.Options with { IsLmtp = true });

        var outcome = await session.SendAsync(recipients: ["a@example.com", "b@example.com", "c@example.com"]);

        Assert.Equal("LHLO client.example", server.Commands[0]);
        Assert.Equal("a@example.com Accepted EndOfData 250, b@example.com Refused RcptTo 550, c@example.com Refused EndOfData 452", Dialogue.Show(outcome));
        Assert.True(session.IsReusable);
    }

    [Fact]
    public async Task LMTP_that_is_cut_between_replies_leaves_only_the_rest_open()
    {
        var server = new ScriptedServer { Answer = (verb, _) => verb == "." ? "250 2.1.5 stored\n421 4.3.0 away" : null };
        await using var session = await Dialogue.OpenAsync(server, Dialogue.Options with { IsLmtp = true });

        Assert.Equal("a@example.com Accepted EndOfData 250, b@example.com Refused EndOfData 421", Dialogue.Show(await session.SendAsync(recipients: ["a@example.com", "b@example.com"])));
    }

    [Fact]
    public async Task BDAT_sends_chunks_with_their_length()
    {
        var server = new ScriptedServer { Keywords = "PIPELINING\nCHUNKING" };
        await using var session = await Dialogue.OpenAsync(server, Dialogue.Options with { UseChunking = true });
        var body = string.Concat(Enumerable.Range(0, 12_000).Select(i => $".line {i}\n"));

        var outcome = await session.SendAsync(body);

        Assert.Equal("a@example.com Accepted EndOfData 250", Dialogue.Show(outcome));
        Assert.True(server.Messages.Count > 1);
        Assert.Equal(body.Replace("\n", "\r\n", StringComparison.Ordinal), string.Concat(server.Messages.Select(Encoding.ASCII.GetString)));
        Assert.DoesNotContain("DATA", server.Commands);
        Assert.Single(server.Commands, command => command.EndsWith("LAST", StringComparison.Ordinal));
        Assert.EndsWith(" LAST", server.Commands[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task BDAT_that_is_refused_is_ended_and_reset()
    {
        var isFirst = true;
        var server = new ScriptedServer { Keywords = "PIPELINING\nCHUNKING", Answer = (verb, _) => verb == "BDAT" && isFirst ? "552 5.3.4 too big" : null };
        await using var session = await Dialogue.OpenAsync(server, Dialogue.Options with { UseChunking = true });

        var first = await session.SendAsync(new string('a', 200_000));
        isFirst = false;
        var second = await session.SendAsync();

        Assert.Equal("a@example.com Refused Data 552", Dialogue.Show(first));
        Assert.Equal("a@example.com Accepted EndOfData 250", Dialogue.Show(second));
        Assert.Contains("RSET", server.Commands);
    }

    [Fact]
    public async Task Replies_keep_their_octets_and_escape_controls_for_logs()
    {
        var server = new ScriptedServer { Answer = (verb, _) => verb == "RCPT" ? "550-5.1.1 no\0such\x1b[2J\n550 5.1.1 user" : null };
        await using var session = await Dialogue.OpenAsync(server);

        var result = Assert.IsType<SmtpAttemptOutcome.Answered>(await session.SendAsync()).Results[0];

        Assert.Equal("550-5.1.1 no\0such\x1b[2J\n550 5.1.1 user", Encoding.ASCII.GetString(result.Reply!.Octets.Span));
        Assert.Equal(@"550-5.1.1 no\x00such\x1B[2J 550 5.1.1 user", result.Reply.ToString());
        Assert.Equal(new EnhancedStatusCode(5, 1, 1), result.Reply.EnhancedStatus);
        var read = SmtpReply.Parse(result.Reply.ToLogText(), new byte[SmtpReply.MaxLength]);
        Assert.Equal((550, new EnhancedStatusCode(5, 1, 1), @"no\x00such\x1B[2J user"), (read.Code, read.EnhancedStatus, Encoding.ASCII.GetString(read.Text)));
    }

    private sealed class FailingStream : MemoryStream
    {
        private int _reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_reads++ > 10) throw new IOException("disk is gone");
            buffer.Span.Fill((byte)'a');
            return new ValueTask<int>(buffer.Length);
        }
    }
}
