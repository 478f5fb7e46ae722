using Todoku.Smtp.Envelopes;
using Todoku.Smtp.Replies;
using Todoku.Smtp.Server;

namespace Todoku.Smtp.Tests.Server;

/// <summary>The dialogue itself.</summary>
public sealed class SessionTests
{
    [Fact]
    public void Greets_and_names_what_it_offers()
    {
        using var dialogue = new Dialogue();

        Assert.Equal("220 mail.local.test ESMTP Todoku\r\n", dialogue.Greeting);
        Assert.Equal(
            "250-mail.local.test\r\n250-PIPELINING\r\n250-SIZE 52428800\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-ENHANCEDSTATUSCODES\r\n250-DSN\r\n250-CHUNKING\r\n250 STARTTLS\r\n",
            dialogue.Ask("EHLO client.example"));
        Assert.Equal("250 mail.local.test\r\n", dialogue.Ask("HELO client.example"));
    }

    [Fact]
    public void Takes_a_message()
    {
        using var dialogue = Dialogue.Begun().Data();

        Assert.Equal("250 2.0.0 Queued\r\n", dialogue.Tell("Subject: x\r\n\r\n..dot\r\n.\r\n"));

        var (envelope, text) = Assert.Single(dialogue.Receiver.Committed);
        Assert.Equal("Subject: x\r\n\r\n.dot\r\n", text);
        Assert.Equal("a@client.example", envelope.Sender?.ToString());
        Assert.Equal("user@local.test", Assert.Single(envelope.Recipients).Mailbox.ToString());
        Assert.Equal((1, 1), dialogue.Receiver.Sinks);
    }

    [Fact]
    public void Answers_a_batch_with_one_write()
    {
        using var dialogue = Dialogue.Begun();
        var before = dialogue.Connection.Writes;

        Assert.Equal([250, 250, 550, 250, 354], dialogue.Codes(
            "MAIL FROM:<a@client.example>\r\nRCPT TO:<user@local.test>\r\nRCPT TO:<nobody@local.test>\r\nRCPT TO:<postmaster>\r\nDATA\r\n"));

        Assert.Equal(before + 1, dialogue.Connection.Writes);
    }

    [Fact]
    public void Reads_the_next_message_that_came_with_the_end_of_the_last()
    {
        using var dialogue = Dialogue.Begun().Data();

        Assert.Equal([250, 250, 250, 354, 250, 221], dialogue.Codes("a\r\n.\r\nMAIL FROM:<>\r\nRCPT TO:<user@local.test>\r\nDATA\r\nb\r\n.\r\nQUIT\r\n"));

        Assert.Equal(["a\r\n", "b\r\n"], dialogue.Receiver.Committed.Select(one => one.Text));
        Assert.Equal(SessionEnd.Quit, dialogue.End);
    }

    [Theory]
    [InlineData("MAIL FROM:<a@b.example>", 503)]
    [InlineData("RCPT TO:<user@local.test>", 503)]
    [InlineData("DATA", 503)]
    [InlineData("NOOP", 250)]
    [InlineData("VRFY user", 252)]
    [InlineData("EXPN list", 502)]
    [InlineData("HELP", 214)]
    [InlineData("BOGUS", 500)]
    [InlineData("", 500)]
    [InlineData("XCLIENT ADDR=192.0.2.9", 502)]
    [InlineData("AUTH PLAIN", 502)]
    [InlineData("EHLO", 501)]
    [InlineData("RSET now", 501)]
    public void Has_its_answer_before_hello(string line, int code)
    {
        using var dialogue = new Dialogue();

        Assert.Equal([code], dialogue.Codes($"{line}\r\n"));
    }

    [Theory]
    [InlineData("MAIL FROM:<a@b.example> BOGUS=1", 555)]
    [InlineData("MAIL FROM:<a@b.example> SIZE=x", 501)]
    [InlineData("MAIL FROM:<a@b.example> SIZE=1 SIZE=1", 501)]
    [InlineData("MAIL FROM:<a@b.example> SIZE=99999999999999999999", 501)]
    [InlineData("MAIL FROM:<a@b.example> BODY=BINARYMIME", 501)]
    [InlineData("MAIL FROM:<a@b.example> RET=SOME", 501)]
    [InlineData("MAIL FROM:<a@b.example> ENVID=+0D+0A", 501)]
    [InlineData("MAIL FROM:<a@b.example> REQUIRETLS", 555)]
    [InlineData("MAIL FROM:<a@b.example> XONCE=0f8fad5b", 555)]
    [InlineData("MAIL FROM:<a@b.example> AUTH=<> RET=HDRS ENVID=a+3Db BODY=8BITMIME SIZE=100 SMTPUTF8", 250)]
    [InlineData("MAIL FROM:<\u00e9@b.example>", 501)]
    [InlineData("MAIL FROM:<\u00c3\u00a9@b.example>", 553)]
    [InlineData("MAIL FROM:<\u00c3\u00a9@b.example> SMTPUTF8", 250)]
    [InlineData("MAIL FROM: <a@b.example>", 250)]
    [InlineData("MAIL FROM:<a>", 553)]
    [InlineData("MAIL FROM:a@b.example", 501)]
    public void Reads_MAIL(string line, int code)
    {
        using var dialogue = Dialogue.Begun();

        Assert.Equal([code], dialogue.Codes($"{line}\r\n"));
    }

    [Theory]
    [InlineData("RCPT TO:<user@local.test> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;a+40b", 250)]
    [InlineData("RCPT TO:<user@local.test> NOTIFY=NEVER", 250)]
    [InlineData("RCPT TO:<user@local.test> NOTIFY=NEVER,SUCCESS", 501)]
    [InlineData("RCPT TO:<user@local.test> NOTIFY=WHENEVER", 501)]
    [InlineData("RCPT TO:<user@local.test> ORCPT=rfc822", 501)]
    [InlineData("RCPT TO:<user@local.test> SIZE=1", 555)]
    [InlineData("RCPT TO:<\"user\"@local.test>", 250)]
    [InlineData("RCPT TO:<@relay.example,@other.example:user@LOCAL.test>", 250)]
    [InlineData("RCPT TO:<>", 501)]
    [InlineData("RCPT TO:<user>", 553)]
    public void Reads_RCPT(string line, int code)
    {
        using var dialogue = Dialogue.Begun();
        dialogue.Ask("MAIL FROM:<>");

        Assert.Equal([code], dialogue.Codes($"{line}\r\n"));
    }

    [Fact]
    public void Hands_over_what_was_said_of_the_recipient()
    {
        using var dialogue = Dialogue.Begun();
        dialogue.Tell("MAIL FROM:<> RET=FULL ENVID=QQ+2B1\r\nRCPT TO:<user@local.test> NOTIFY=FAILURE ORCPT=rfc822;x+2By@z.example\r\nDATA\r\n.\r\n");

        var envelope = Assert.Single(dialogue.Receiver.Committed).Envelope;
        Assert.Equal(new MailParameters { Return = DsnReturn.Full, EnvelopeId = "QQ+1" }, envelope.Parameters);
        Assert.Equal(new RecipientParameters { Notify = DsnNotify.Failure, OriginalRecipient = "rfc822;x+y@z.example" }, envelope.Recipients[0].Parameters);
    }

    [Fact]
    public void Parameters_need_EHLO()
    {
        using var dialogue = new Dialogue();

        Assert.Equal([250, 555, 250, 555], dialogue.Codes("HELO c.example\r\nMAIL FROM:<> SIZE=1\r\nMAIL FROM:<>\r\nRCPT TO:<user@local.test> NOTIFY=NEVER\r\n"));
    }

    [Theory]
    [InlineData("RSET")]
    [InlineData("EHLO again.example")]
    [InlineData("HELO again.example")]
    public void Forgets_the_transaction(string line)
    {
        using var dialogue = Dialogue.Begun().Recipient();
        dialogue.Ask(line);

        Assert.Equal([503, 250], dialogue.Codes("DATA\r\nMAIL FROM:<>\r\n"));
    }

    [Fact]
    public void A_message_that_breaks_off_is_not_taken()
    {
        using var dialogue = Dialogue.Begun().Data();
        dialogue.Connection.Say("half\r\n");
        dialogue.Connection.HangUp();

        Assert.Equal(SessionEnd.Lost, dialogue.End);
        Assert.Empty(dialogue.Receiver.Committed);
        Assert.Equal((1, 1), dialogue.Receiver.Sinks);
    }

    [Theory]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\n\r\nMAIL FROM:<a@b.example>\r\n")]
    [InlineData("GET / HTTP/1.1\r\n")]
    [InlineData("\u0016\u0003\u0001\u0000")]
    public void Ends_what_is_no_SMTP(string octets)
    {
        using var dialogue = new Dialogue();

        Assert.Equal([421], dialogue.Codes(octets));
        Assert.Equal(SessionEnd.Refused, dialogue.End);
    }

    [Theory]
    [InlineData("NOOP\nRSET\r\n")]
    [InlineData("NOOP\rRSET\r\n")]
    [InlineData("NO\0OP\r\n")]
    public void Refuses_a_line_with_a_bare_break(string octets)
    {
        using var dialogue = new Dialogue();

        Assert.Equal([500], dialogue.Codes(octets));
    }

    [Fact]
    public void Reads_a_line_octet_by_octet()
    {
        using var dialogue = new Dialogue();
        foreach (var octet in "NOOP\r") Assert.Equal("", dialogue.Tell(octet.ToString()));

        Assert.Equal("250 2.0.0 OK\r\n", dialogue.Tell("\n"));
    }

    [Fact]
    public void What_the_receiver_throws_is_no_acceptance()
    {
        using var dialogue = Dialogue.Begun();
        dialogue.Receiver.Sender = _ => throw new InvalidOperationException("broken");
        Assert.Equal([451], dialogue.Codes("MAIL FROM:<>\r\n"));
        dialogue.Receiver.Sender = _ => null;
        dialogue.Receiver.Open = () => throw new IOException("full");
        Assert.Equal([250, 250, 451, 250], dialogue.Codes("MAIL FROM:<>\r\nRCPT TO:<user@local.test>\r\nDATA\r\nRSET\r\n"));
        dialogue.Receiver.Open = () => null;
        dialogue.Receiver.Commit = () => throw new IOException("full");
        dialogue.Data();
        Assert.Equal([451], dialogue.Codes("x\r\n.\r\n"));
        dialogue.Receiver.Write = _ => throw new IOException("full");
        dialogue.Data();
        Assert.Equal([451, 250], dialogue.Codes("x\r\ny\r\n.\r\nNOOP\r\n"));

        Assert.Empty(dialogue.Receiver.Committed);
        Assert.Equal((2, 2), dialogue.Receiver.Sinks);
    }

    [Fact]
    public void A_refusal_with_words_of_consent_is_a_local_error()
    {
        using var dialogue = Dialogue.Begun().Recipient();
        dialogue.Receiver.Open = () => Reply.Of(250, "fine");

        Assert.Equal([451], dialogue.Codes("DATA\r\n"));
    }

    [Fact]
    public void Stops_between_commands_at_once_and_within_a_message_after_its_answer()
    {
        using var idle = Dialogue.Begun();
        idle.Session.Stop();
        Assert.StartsWith("421 4.3.2", idle.Connection.Hear(), StringComparison.Ordinal);
        Assert.Equal(SessionEnd.Stopped, idle.End);

        using var busy = Dialogue.Begun().Data();
        busy.Session.Stop();
        Assert.Equal("", busy.Connection.Hear());
        Assert.Equal([250, 421], busy.Codes("x\r\n.\r\nNOOP\r\n"));
        Assert.Single(busy.Receiver.Committed);
    }
}
