using System.Text;
using CsCheck;
using Todoku.Smtp.Client.Replies;
using Todoku.Smtp.Client.Wire;

namespace Todoku.Smtp.Tests.Client;

/// <summary>What a server may send as a reply, and what it costs.</summary>
public sealed class ReplyReaderTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("250 ok\r\n", 250, "250 ok")]
    [InlineData("250 ok\n", 250, "250 ok")]
    [InlineData("250\r\n", 250, "250")]
    [InlineData("250 \r\n", 250, "250 ")]
    [InlineData("550-a\r\n550-\r\n550 c\r\n", 550, "550-a\n550-\n550 c")]
    [InlineData("550-a\r\n450 b\r\n", 450, "550-a\n450 b")]
    [InlineData("250 a\rb\0c\x01\r\n", 250, "250 a\rb\0c\x01")]
    public async Task Reads_a_reply(string octets, int code, string expected)
    {
        foreach (var step in (int[])[1, 3, 4096])
        {
            var reply = await new ReplyReader(new SlowStream(Encoding.Latin1.GetBytes(octets), step)).ReadAsync(Ct);

            Assert.Equal((code, expected, false), (reply.Code, Encoding.Latin1.GetString(reply.Octets.Span), reply.IsTruncated));
        }
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("25\r\n")]
    [InlineData("hello\r\n")]
    [InlineData("199 a\r\n")]
    [InlineData("600 a\r\n")]
    [InlineData("2500 a\r\n")]
    [InlineData("250_a\r\n")]
    [InlineData("250-a\r\nb\r\n")]
    [InlineData("HTTP/1.1 400 Bad Request\r\n")]
    public async Task Refuses_what_is_no_reply(string octets) =>
        await Assert.ThrowsAsync<SmtpProtocolException>(async () => await new ReplyReader(new SlowStream(Encoding.Latin1.GetBytes(octets), 7)).ReadAsync(Ct));

    [Theory]
    [InlineData("")]
    [InlineData("250")]
    [InlineData("250-a\r\n")]
    public async Task An_end_before_the_end_of_a_reply_is_an_end(string octets) =>
        await Assert.ThrowsAsync<EndOfStreamException>(async () => await new ReplyReader(new SlowStream(Encoding.Latin1.GetBytes(octets), 7)).ReadAsync(Ct));

    [Fact]
    public async Task Long_lines_are_cut_and_the_next_reply_is_found()
    {
        foreach (var length in (int[])[1995, 1996, 1997, 10_000])
        {
            var reader = new ReplyReader(new SlowStream(Encoding.Latin1.GetBytes($"550 {new string('a', length)}\r\n250 ok\r\n"), 1000));

            var reply = await reader.ReadAsync(Ct);

            Assert.Equal((Math.Min(length + 4, ReplyLimits.Line), length + 4 > ReplyLimits.Line), (reply.Octets.Length, reply.IsTruncated));
            Assert.Equal(250, (await reader.ReadAsync(Ct)).Code);
        }
    }

    [Fact]
    public async Task Lines_and_octets_have_a_limit()
    {
        var most = string.Concat(Enumerable.Repeat("250-a\r\n", ReplyLimits.Lines - 1)) + "250 a\r\n";
        Assert.Equal(250, (await new ReplyReader(new SlowStream(Encoding.Latin1.GetBytes(most), 4096)).ReadAsync(Ct)).Code);
        await Assert.ThrowsAsync<SmtpProtocolException>(async () => await new ReplyReader(new SlowStream(Encoding.Latin1.GetBytes("250-a\r\n" + most), 4096)).ReadAsync(Ct));
        await Assert.ThrowsAsync<SmtpProtocolException>(async () => await new ReplyReader(new SlowStream(new byte[ReplyLimits.Total + 1], 4096)).ReadAsync(Ct));
    }

    [Fact]
    public void Any_octets_give_replies_within_limits_or_the_known_failures()
    {
        var piece = Gen.OneOf(Gen.Const("250"), Gen.Const("550-"), Gen.Const("\r\n"), Gen.Const("\n"), Gen.Const(" "), Gen.Const("421 x\r\n"), Gen.Char['\0', '\u00ff'].Select(c => c.ToString()));
        var script = Gen.Select(piece.Array[0, 60], Gen.Int[1, 9]);

        script.Sample((pieces, step) =>
        {
            var reader = new ReplyReader(new SlowStream(Encoding.Latin1.GetBytes(string.Concat(pieces)), step));
            try
            {
                while (true)
                {
                    var reply = reader.ReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();
                    Assert.InRange(reply.Code, 200, 599);
                    Assert.DoesNotContain(reply.ToLogText(), b => b is < 0x20 or 0x7F);
                }
            }
            catch (Exception error) when (error is EndOfStreamException or SmtpProtocolException)
            {
                // Both are outcomes of the session.
            }
        }, iter: 5_000);
    }

    /// <summary>Gives octets out a few at a time.</summary>
    private sealed class SlowStream(byte[] octets, int step) : MemoryStream(octets)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(step, buffer.Length)], cancellationToken);
    }
}
