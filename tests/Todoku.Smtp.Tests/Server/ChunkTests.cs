namespace Todoku.Smtp.Tests.Server;

/// <summary>BDAT (RFC 3030): octets are octets, and those of a refused chunk are never commands.</summary>
public sealed class ChunkTests
{
    [Fact]
    public void Chunks_make_a_message_as_it_is()
    {
        using var dialogue = Dialogue.Begun().Recipient();

        Assert.Equal([250, 250, 250], dialogue.Codes("BDAT 9\r\na\r\n.\r\nb\r\nBDAT 2\r\n..BDAT 0 LAST\r\n"));
        Assert.Equal("a\r\n.\r\nb\r\n..", Assert.Single(dialogue.Receiver.Committed).Text);
    }

    [Fact]
    public void Chunks_may_come_cut_anywhere()
    {
        const string Octets = "BDAT 5\r\nhelloBDAT 8 LAST\r\n\r\nworld\rNOOP\r\n";
        using var dialogue = Dialogue.Begun().Recipient();
        var heard = string.Concat(Octets.Select(octet => dialogue.Tell(octet.ToString())));

        Assert.Equal("250 2.0.0 Chunk received\r\n550", heard[..29]);
        Assert.EndsWith("250 2.0.0 OK\r\n", heard, StringComparison.Ordinal);
    }

    [Fact]
    public void Octets_of_a_chunk_that_is_not_due_are_read_over()
    {
        using var dialogue = Dialogue.Begun();

        Assert.Equal([503, 250], dialogue.Codes("BDAT 12 LAST\r\nRSET\r\nQUIT\r\nNOOP\r\n"));
        dialogue.Ask("MAIL FROM:<>");
        Assert.Equal([503, 250], dialogue.Codes("BDAT 6 LAST\r\nQUIT\r\nNOOP\r\n"));
    }

    [Theory]
    [InlineData("BDAT")]
    [InlineData("BDAT x")]
    [InlineData("BDAT -5")]
    [InlineData("BDAT 5 FIRST")]
    [InlineData("BDAT 18446744073709551617 LAST")]
    [InlineData("BDAT 0x10")]
    public void Without_a_size_the_session_ends(string line)
    {
        using var dialogue = Dialogue.Begun().Recipient();

        Assert.Equal([501], dialogue.Codes($"{line}\r\nNOOP\r\n"));
        Assert.True(dialogue.Running.IsCompleted);
    }

    [Fact]
    public void DATA_MAIL_and_RCPT_wait_for_the_end_of_the_chunks()
    {
        using var dialogue = Dialogue.Begun().Recipient();

        Assert.Equal([250, 503, 503, 503, 250, 250], dialogue.Codes(
            "BDAT 2\r\nabDATA\r\nMAIL FROM:<>\r\nRCPT TO:<user@local.test>\r\nRSET\r\nMAIL FROM:<>\r\n"));
        Assert.Equal((1, 1), dialogue.Receiver.Sinks);
        Assert.Empty(dialogue.Receiver.Committed);
    }

    [Fact]
    public void A_refused_opening_refuses_all_chunks_until_RSET()
    {
        using var dialogue = Dialogue.Begun().Recipient();
        dialogue.Receiver.Open = () => Todoku.Smtp.Replies.Reply.Of(452, 3, 1, "No room");

        Assert.Equal([452, 503, 503, 250, 250], dialogue.Codes("BDAT 4\r\nQUITBDAT 4\r\nQUITDATA\r\nRSET\r\nMAIL FROM:<>\r\n"));
    }

    [Fact]
    public void Hanging_up_within_a_chunk_takes_nothing()
    {
        using var dialogue = Dialogue.Begun().Recipient();
        dialogue.Connection.Say("BDAT 10 LAST\r\nabc");
        dialogue.Connection.HangUp();

        Assert.True(dialogue.Running.IsCompleted);
        Assert.Empty(dialogue.Receiver.Committed);
        Assert.Equal((1, 1), dialogue.Receiver.Sinks);
    }
}
