using System.Text;
using Todoku.Relay.Sendmail;

namespace Todoku.Relay.Tests.Sendmail;

/// <summary>The message is read whole, however large, and can be read again.</summary>
public sealed class SendmailContentTests
{
    [Fact]
    public void Reads_a_large_message_and_gives_it_twice()
    {
        var body = string.Concat(Enumerable.Range(0, 300_000).Select(i => $"line {i}\n"));
        using var content = Read($"From: a@shop.example\nSubject: large\n\n{body}");
        var expected = $"X: y\r\nFrom: a@shop.example\r\nSubject: large\r\n\r\n{body.ReplaceLineEndings("\r\n")}";

        Assert.True(content.Length > 2 * SendmailContent.MostInMemory);
        Assert.Equal(expected.Length - 6, content.Length);
        for (var time = 0; time < 2; time++)
        {
            using var stream = content.Open("X: y\r\n"u8.ToArray());
            using var reader = new StreamReader(stream, Encoding.Latin1);
            Assert.Equal(expected, reader.ReadToEnd());
        }
        Assert.True(content.HasFrom);
        Assert.False(content.IsEightBit);
    }

    [Theory]
    [InlineData("Subject: x\n\nFrom: in the body\n", false)]
    [InlineData("\nFrom: in the body\n", false)]
    [InlineData("Subject: x\nfrom: a@b.example\n", true)]
    [InlineData("", false)]
    public void Looks_for_From_in_the_header_only(string message, bool hasFrom)
    {
        using var content = Read(message);

        Assert.Equal(hasFrom, content.HasFrom);
    }

    [Fact]
    public void Sees_octets_above_127()
    {
        using var content = Read("Subject: 件名\n\n");

        Assert.True(content.IsEightBit);
    }

    private static SendmailContent Read(string message) => SendmailContent.Read(new MemoryStream(Encoding.UTF8.GetBytes(message)), endsAtDot: true);
}
