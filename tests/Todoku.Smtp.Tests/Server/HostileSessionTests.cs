using CsCheck;
using Todoku.Smtp.Server;

namespace Todoku.Smtp.Tests.Server;

/// <summary>Whatever a client sends, the session lives on or ends in order, and nothing is accepted that was not committed.</summary>
public sealed class HostileSessionTests
{
    private static readonly string[] Pieces =
    [
        "EHLO c.example", "HELO c", "MAIL FROM:<a@b.example>", "MAIL FROM:<>", "RCPT TO:<user@local.test>", "RCPT TO:<a@remote.example>", "DATA", "RSET", "NOOP", "QUIT", "STARTTLS", "BDAT 5",
        "BDAT 3 LAST", "BDAT 0 LAST", "AUTH PLAIN", "XCLIENT ADDR=1.2.3.4", "\r\n", "\r\n", "\r\n", "\r", "\n", ".", "\r\n.\r\n", "\0", "hello", " ", "<", ">", "\u0016", "\u00ff", "SIZE=", "\r\n.\r\nRSET\r\n",
    ];

    // Most random dialogues never come as far as a message.
    private static readonly string[] Starts =
    [
        "", "EHLO c.example\r\nMAIL FROM:<>\r\nRCPT TO:<user@local.test>\r\n", "HELO c\r\nMAIL FROM:<>\r\nRCPT TO:<user@local.test>\r\nDATA\r\n",
        "EHLO c.example\r\nMAIL FROM:<>\r\nRCPT TO:<user@local.test>\r\nBDAT 40\r\n",
    ];

    private static readonly SmtpServerOptions Options = Dialogue.Options(
        limits: new SmtpServerLimits { MessageSize = 60, Recipients = 2, CommandLine = 60, Errors = 12, RefusedOctets = 80, CommandsPerMessage = 60, IdleCommands = 40 });

    [Fact]
    public void Pieces_of_the_protocol() => Gen.Int[0, Starts.Length - 1].Select(i => Starts[i])
        .Select(Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[1, 40], Gen.Int[1, 60]).Sample((start, pieces, cut) => Serve(start + string.Concat(pieces), cut), iter: 5000);

    [Fact]
    public void Any_octets() => Gen.Char['\0', '\u00ff'].Array[0, 200].Select(Gen.Int[1, 200]).Sample((octets, cut) => Serve(new string(octets), cut), iter: 2000);

    private static void Serve(string octets, int cut)
    {
        using var dialogue = new Dialogue(Options);
        var commits = 0;
        dialogue.Receiver.Commit = () =>
        {
            commits++;
            return Todoku.Smtp.Replies.Reply.Of(250, 0, 0, "COMMITTED");
        };
        var heard = "";
        foreach (var part in octets.Chunk(cut))
        {
            if (dialogue.Running.IsCompleted) break;
            dialogue.Connection.Say(new string(part));
            heard += dialogue.Connection.Hear();
        }
        if (!dialogue.Running.IsCompleted) dialogue.Connection.HangUp();
        heard += dialogue.Connection.Hear();

        Assert.True(dialogue.Running.IsCompletedSuccessfully);
        Assert.NotEqual(SessionEnd.None, dialogue.End);
        Assert.Equal(commits, heard.Split("250 2.0.0 COMMITTED\r\n").Length - 1);
        Assert.Equal(dialogue.Receiver.Sinks.Opened, dialogue.Receiver.Sinks.Disposed);
        Assert.All(dialogue.Receiver.Committed, one => Assert.All(one.Envelope.Recipients, recipient => Assert.True(recipient.IsLocal)));
        Assert.All(dialogue.Receiver.Committed, one => Assert.False(one.Text.Replace("\r\n", "", StringComparison.Ordinal).AsSpan().ContainsAny('\r', '\n', '\0')));
        Assert.All(heard.Split("\r\n", StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches("^[2-5][0-9][0-9][ -]", line));
    }
}
