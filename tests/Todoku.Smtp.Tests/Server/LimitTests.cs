using System.Text;
using Todoku.Smtp.Server;

namespace Todoku.Smtp.Tests.Server;

/// <summary>Each limit holds, with its own reply, and the session stays in step.</summary>
public sealed class LimitTests
{
    private static readonly SmtpServerLimits Small = new()
    {
        MessageSize = 1000,
        Recipients = 3,
        CommandLine = 100,
        CommandsPerMessage = 40,
        IdleCommands = 10,
        Errors = 5,
        Messages = 2,
        ReceivedFields = 3,
        RefusedOctets = 2000,
    };

    [Fact]
    public void Line()
    {
        using var dialogue = Begun();

        Assert.Equal([250, 500, 250], dialogue.Codes($"NOOP {new string('x', 93)}\r\nNOOP {new string('x', 94)}\r\nNOOP\r\n"));
        Assert.Equal("", dialogue.Tell(new string('x', 300)));
        Assert.Equal("", dialogue.Tell(new string('x', 300) + "\r"));
        Assert.Equal([500, 250], dialogue.Codes("\nNOOP\r\n"));
    }

    [Fact]
    public void Line_without_end()
    {
        using var dialogue = Begun();
        for (var i = 0; i < 66; i++) dialogue.Connection.Say(new string('x', 1000));

        Assert.Equal(SessionEnd.Refused, dialogue.End);
    }

    [Fact]
    public void Recipients()
    {
        using var dialogue = Begun();

        Assert.Equal([250, 250, 250, 250, 452, 452, 354, 250], dialogue.Codes(
            $"MAIL FROM:<>\r\n{string.Concat(Enumerable.Repeat("RCPT TO:<user@local.test>\r\n", 5))}DATA\r\nx\r\n.\r\n"));
        Assert.Equal(3, dialogue.Receiver.Committed[0].Envelope.Recipients.Count);
    }

    [Fact]
    public void A_million_recipients_end_early()
    {
        using var dialogue = Begun();
        dialogue.Ask("MAIL FROM:<>");
        var sent = 0;
        for (; sent < 1_000_000 && dialogue.End == SessionEnd.None; sent += 10) dialogue.Connection.Say(string.Concat(Enumerable.Repeat("RCPT TO:<user@local.test>\r\n", 10)));

        Assert.Equal(SessionEnd.Refused, dialogue.End);
        Assert.Equal(40, sent);
    }

    [Fact]
    public void Declared_size()
    {
        using var dialogue = Begun();

        Assert.Equal([552, 250], dialogue.Codes("MAIL FROM:<> SIZE=1001\r\nMAIL FROM:<> SIZE=1000\r\n"));
    }

    [Fact]
    public void Size_in_DATA()
    {
        using var dialogue = Begun().Data();
        Assert.Equal([250], dialogue.Codes($"{new string('x', 998)}\r\n.\r\n"));
        dialogue.Data();
        Assert.Equal([552], dialogue.Codes($"{new string('x', 999)}\r\n.\r\n"));
        dialogue.Data();
        Assert.Equal([552, 250], dialogue.Codes($"{new string('x', 500)}\r\n.{new string('x', 700)}\r\n.\r\nNOOP\r\n"));

        Assert.Single(dialogue.Receiver.Committed);
    }

    [Fact]
    public void A_message_without_end_is_not_read_for_ever()
    {
        using var dialogue = Begun().Data();
        for (var i = 0; i < 4; i++) dialogue.Connection.Say(new string('x', 1000));

        Assert.StartsWith("552 5.3.4", dialogue.Connection.Hear(), StringComparison.Ordinal);
        Assert.Equal(SessionEnd.Refused, dialogue.End);
        Assert.Equal((1, 1), dialogue.Receiver.Sinks);
    }

    [Fact]
    public void Size_in_BDAT()
    {
        using var dialogue = Begun().Recipient();

        Assert.Equal([250, 552, 503, 503, 250], dialogue.Codes(
            $"BDAT 600\r\n{new string('x', 600)}BDAT 600\r\n{new string('x', 600)}BDAT 4\r\nQUITBDAT 4 LAST\r\nQUITNOOP\r\n"));
        Assert.Empty(dialogue.Receiver.Committed);
    }

    [Fact]
    public void Chunk_that_is_far_too_large()
    {
        using var dialogue = Begun().Recipient();

        Assert.Equal([552], dialogue.Codes("BDAT 3001\r\n"));
        Assert.Equal(SessionEnd.Refused, dialogue.End);
    }

    [Fact]
    public void Commands_without_a_message()
    {
        using var dialogue = Begun();

        Assert.Equal([.. Enumerable.Repeat(250, 9), 421], dialogue.Codes(string.Concat(Enumerable.Repeat("NOOP\r\n", 20))));
        Assert.Equal(SessionEnd.Refused, dialogue.End);
    }

    [Fact]
    public void A_message_lets_the_counts_begin_anew()
    {
        using var dialogue = Begun();
        dialogue.Tell(string.Concat(Enumerable.Repeat("NOOP\r\n", 8)));
        dialogue.Tell(string.Concat(Enumerable.Repeat("RCPT TO:<user@local.test>\r\n", 5)));
        dialogue.Data();

        Assert.Equal([250, .. Enumerable.Repeat(250, 9)], dialogue.Codes($"x\r\n.\r\n{string.Concat(Enumerable.Repeat("NOOP\r\n", 9))}"));
    }

    [Fact]
    public void Errors()
    {
        using var dialogue = Begun();

        Assert.Equal([503, 503, 503, 503, 503, 503, 421], dialogue.Codes(string.Concat(Enumerable.Repeat("RCPT TO:<user@local.test>\r\n", 10))));
        Assert.Equal(SessionEnd.Refused, dialogue.End);
    }

    [Fact]
    public void Messages()
    {
        using var dialogue = Begun().Data();
        dialogue.Tell("x\r\n.\r\n");
        dialogue.Data();

        Assert.Equal([250, 421], dialogue.Codes("x\r\n.\r\n"));
    }

    [Theory]
    [InlineData(3, 250)]
    [InlineData(4, 554)]
    public void Received_fields(int count, int code)
    {
        var header = new StringBuilder().Insert(0, "Received: by x; y\r\n\tmore\r\nreceived-spf: none\r\n", count);
        using var dialogue = Begun().Data();

        Assert.Equal([code], dialogue.Codes($"{header}\r\nReceived: in the body\r\nReceived: again\r\n.\r\n"));
    }

    [Fact]
    public void First_command()
    {
        using var dialogue = new Dialogue();
        dialogue.Clock.Advance(TimeSpan.FromSeconds(59));
        dialogue.Connection.Say("NO");
        Assert.Equal("", dialogue.Connection.Hear());
        dialogue.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.StartsWith("421 4.4.2", dialogue.Connection.Hear(), StringComparison.Ordinal);
        Assert.Equal(SessionEnd.TimedOut, dialogue.End);
    }

    [Fact]
    public void Octets_that_drip_in_win_no_time()
    {
        using var dialogue = Dialogue.Begun();
        for (var i = 0; i < 29; i++)
        {
            dialogue.Clock.Advance(TimeSpan.FromSeconds(10));
            dialogue.Connection.Say("x");
        }
        Assert.Equal(SessionEnd.None, dialogue.End);
        dialogue.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(SessionEnd.TimedOut, dialogue.End);
    }

    [Fact]
    public void Each_command_has_its_own_time()
    {
        using var dialogue = Dialogue.Begun();
        for (var i = 0; i < 10; i++)
        {
            dialogue.Clock.Advance(TimeSpan.FromMinutes(4));
            Assert.Equal([250], dialogue.Codes("NOOP\r\n"));
        }
    }

    [Fact]
    public void Message_block()
    {
        using var dialogue = Dialogue.Begun().Data();
        dialogue.Clock.Advance(TimeSpan.FromMinutes(2));
        dialogue.Connection.Say("x\r\n");
        dialogue.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(SessionEnd.None, dialogue.End);
        dialogue.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(SessionEnd.TimedOut, dialogue.End);
        Assert.Equal((1, 1), dialogue.Receiver.Sinks);
    }

    [Theory]
    [InlineData("DATA\r\n")]
    [InlineData("BDAT 100\r\n")]
    public void Message_that_drips_in(string command)
    {
        using var dialogue = Dialogue.Begun().Recipient();
        dialogue.Tell(command);
        for (var i = 0; i < 14; i++)
        {
            dialogue.Clock.Advance(TimeSpan.FromMinutes(2));
            dialogue.Connection.Say("x");
        }
        Assert.Equal(SessionEnd.None, dialogue.End);
        dialogue.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(SessionEnd.TimedOut, dialogue.End);
    }

    [Fact]
    public void A_client_that_does_not_read()
    {
        using var dialogue = new Dialogue(connection: new PipeConnection(outputRoom: 100));
        dialogue.Connection.Say("EHLO client.example\r\nNOOP\r\n");
        dialogue.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(SessionEnd.None, dialogue.End);
        dialogue.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(SessionEnd.TimedOut, dialogue.End);
    }

    [Fact]
    public void Session()
    {
        using var dialogue = Dialogue.Begun(Dialogue.Options(timeouts: new SmtpServerTimeouts { Session = TimeSpan.FromMinutes(10) }));
        dialogue.Clock.Advance(TimeSpan.FromMinutes(4));
        dialogue.Ask("NOOP");
        dialogue.Clock.Advance(TimeSpan.FromMinutes(4));
        dialogue.Data();
        dialogue.Clock.Advance(TimeSpan.FromMinutes(2.5));

        Assert.Equal([250, 421], dialogue.Codes("x\r\n.\r\n"));
    }

    private static Dialogue Begun() => Dialogue.Begun(Dialogue.Options(limits: Small));
}
