namespace Todoku.Smtp.Tests.Server;

/// <summary>What stands before the true end of a message is never run as a command, however the line breaks around a dot are made and the octets are cut.</summary>
public sealed class SmugglingTests
{
    private const string Hidden = "MAIL FROM:<smuggler@client.example>\r\nRCPT TO:<user@local.test>\r\nDATA\r\nSubject: smuggled\r\n\r\nx";

    public static TheoryData<string> Breaks { get; } =
    [
        "\n.\n", "\n.\r\n", "\r.\r", "\r.\r\n", "\r\n.\n", "\r\n.\r", "\n.\r", "\r.\n", "\r\n\0.\r\n", "\r\n.\0\r\n", "\r\n. \r\n", "\r\n.\r\r\n", "\r\r\n.\r\r\n", "\n\r.\r\n",
        "\r\n..\r\n", "\r\n\v.\r\n", "\u0085.\u0085",
    ];

    [Theory]
    [MemberData(nameof(Breaks))]
    public void Only_one_message_is_answered(string ending)
    {
        var octets = $"Subject: outer\r\n\r\nouter{ending}{Hidden}\r\n.\r\n";
        for (var cut = 0; cut < octets.Length; cut++)
        {
            using var dialogue = Dialogue.Begun().Data();
            dialogue.Connection.Say(octets[..cut]);
            dialogue.Connection.Say(octets[cut..]);
            var replies = dialogue.Connection.Hear();

            Assert.Single(replies.Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
            Assert.True(dialogue.Receiver.Committed.Count == (replies[0] == '2' ? 1 : 0), replies);
            Assert.DoesNotContain(dialogue.Receiver.Committed, one => one.Text.Contains('\0') || one.Text.Replace("\r\n", "").AsSpan().ContainsAny('\r', '\n'));
        }
    }

    [Theory]
    [InlineData("\n.\n")]
    [InlineData("\n.\r\n")]
    [InlineData("\r\n.\n")]
    public void A_client_that_takes_a_bare_LF_for_a_line_break_gets_its_answer(string ending)
    {
        using var dialogue = Dialogue.Begun().Data();

        Assert.Equal([550], dialogue.Codes($"outer{ending}"));
        Assert.True(dialogue.Running.IsCompleted);
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a\0b")]
    public void Chunks_hold_none_either(string text)
    {
        using var dialogue = Dialogue.Begun().Recipient();

        Assert.Equal([550, 250], dialogue.Codes($"BDAT {text.Length + 2} LAST\r\n{text}\r\nNOOP\r\n"));
        Assert.Empty(dialogue.Receiver.Committed);
    }

    [Fact]
    public void A_break_that_two_chunks_share_is_whole_and_one_that_ends_them_is_not()
    {
        using var dialogue = Dialogue.Begun().Recipient();
        Assert.Equal([250, 250], dialogue.Codes("BDAT 2\r\na\rBDAT 2 LAST\r\n\nb"));
        dialogue.Recipient();
        Assert.Equal([550], dialogue.Codes("BDAT 2 LAST\r\na\r"));

        Assert.Equal("a\r\nb", Assert.Single(dialogue.Receiver.Committed).Text);
    }
}
