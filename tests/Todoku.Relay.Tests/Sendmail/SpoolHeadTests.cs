using System.Text;
using Todoku.Relay.Sendmail;
using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Tests.Sendmail;

/// <summary>The head of a file in the spool folder.</summary>
public sealed class SpoolHeadTests
{
    [Fact]
    public void Reads_what_it_wrote()
    {
        var envelope = new SendmailEnvelope
        {
            Sender = "www-data",
            Recipients = ["a@shop.example", "\"b c\"@shop.example", "用户@例え.example"],
            AuthorName = "ウェブ店\nX: y",
            Notify = DsnNotify.Failure | DsnNotify.Delay,
            Return = DsnReturn.Headers,
            EnvelopeId = "order 4711",
            Key = "0f8fad5b-D9CB",
        };
        byte[] octets = [.. SpoolHead.Write(envelope), .. "Subject: x\r\n\r\n"u8];

        var read = SpoolHead.Read(octets, out var length);

        Assert.NotNull(read);
        Assert.Equal("Subject: x\r\n\r\n", Encoding.UTF8.GetString(octets[length..]));
        Assert.Equal(envelope.Recipients, read.Recipients);
        Assert.Equal(envelope with { AuthorName = "ウェブ店X: y", Recipients = read.Recipients }, read);
    }

    [Fact]
    public void Knows_the_null_sender_from_none()
    {
        Assert.Null(SpoolHead.Read("todoku-mail 1\nfrom\nto a@b.example\n\n"u8, out _)!.Sender);
        Assert.Null(SpoolHead.Read("todoku-mail 1\nto a@b.example\n\n"u8, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("todoku-mail 2\nfrom a\nto b\n\n")]
    [InlineData("todoku-mail 1\nfrom a\n\n")]
    [InlineData("todoku-mail 1\nfrom a\nto b\n")]
    [InlineData("todoku-mail 1\nfrom a\nto b\nexec rm\n\n")]
    [InlineData("todoku-mail 1\nfrom a\nto b\nnotify sometimes\n\n")]
    [InlineData("todoku-mail 1\nfrom a\nto b\nid a\u0007b\n\n")]
    [InlineData("todoku-mail 1\nfrom a\nto b\nkey a b\n\n")]
    [InlineData("todoku-mail 1\nfrom a\nto b\nkey 0123456789012345678901234567890123456789012345678901234567890123x\n\n")]
    public void Takes_nothing_else(string text) => Assert.Null(SpoolHead.Read(Encoding.UTF8.GetBytes(text), out _));
}
