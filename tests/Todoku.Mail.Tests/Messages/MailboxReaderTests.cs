using System.Text;
using Todoku.Mail.Messages;

namespace Todoku.Mail.Tests.Messages;

public sealed class MailboxReaderTests
{
    private const string Mailbox = "From a@example.com Wed May 20 12:00:00 2026\nSubject: 1\n\nText.\nFrom here on it is text.\n\nFrom b@example.com Wed May 20 12:00:00 2026\nSubject: 2\n\n>From\n\n";

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public void A_mailbox_is_read_message_by_message(int piece)
    {
        var reader = new MailboxReader(new Trickle(Encoding.ASCII.GetBytes(Mailbox), piece), 1000);

        Assert.Equal("From a@example.com Wed May 20 12:00:00 2026\nSubject: 1\n\nText.\nFrom here on it is text.\n", Text(reader.Next()));
        Assert.True(reader.IsMailbox);
        Assert.Equal("From b@example.com Wed May 20 12:00:00 2026\nSubject: 2\n\n>From\n", Text(reader.Next()));
        Assert.Null(reader.Next());
    }

    [Fact]
    public void Messages_can_be_passed_over()
    {
        var reader = new MailboxReader(new MemoryStream(Encoding.ASCII.GetBytes(Mailbox)), 1000);

        Assert.Equal(0, reader.Next(isWanted: false)?.Length);
        Assert.False(reader.IsCut);
        Assert.Contains("Subject: 2", Text(reader.Next()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Subject: 1\r\n\r\nFrom here\r\n\r\nFrom there\r\n")]
    [InlineData("From : a@example.com\r\n\r\nFrom there\r\n")]
    public void A_file_of_one_message_is_left_whole(string text)
    {
        var reader = new MailboxReader(new MemoryStream(Encoding.ASCII.GetBytes(text)), 1000);

        Assert.Equal(text, Text(reader.Next()));
        Assert.False(reader.IsMailbox);
        Assert.Null(reader.Next());
    }

    [Fact]
    public void What_is_too_long_is_cut_and_the_next_message_is_found()
    {
        var reader = new MailboxReader(new MemoryStream(Encoding.ASCII.GetBytes($"From a\n\n{new string('x', 500_000)}\n\nFrom b\n\ny\n")), 1000);

        Assert.Equal(1000, reader.Next()?.Length);
        Assert.True(reader.IsCut);
        Assert.Equal("From b\n\ny\n", Text(reader.Next()));
        Assert.False(reader.IsCut);
    }

    [Fact]
    public void An_empty_stream_holds_no_message() => Assert.Null(new MailboxReader(new MemoryStream(), 1000).Next());

    private static string? Text(ReadOnlyMemory<byte>? octets) => octets is { } some ? Encoding.ASCII.GetString(some.Span) : null;

    private sealed class Trickle(byte[] octets, int piece) : MemoryStream(octets)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(piece, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(piece, count));
    }
}
