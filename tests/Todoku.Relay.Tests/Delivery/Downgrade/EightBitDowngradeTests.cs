using System.Text;
using MimeKit;
using Todoku.Relay.Delivery.Downgrade;
using Todoku.Relay.Queue;
using Todoku.Relay.Tests.Delivery.Engine;
using Todoku.Relay.Tests.Policy;

namespace Todoku.Relay.Tests.Delivery.Downgrade;

public sealed class EightBitDowngradeTests
{
    private const string OldServer = "PIPELINING\nSIZE 1000000";
    private const string Header = "From: Aiko <aiko@example.com>\r\nTo: a@outlook.com\r\nSubject: test\r\nDate: Tue, 24 Nov 2026 12:00:00 +0900\r\nMessage-ID: <1@example.com>\r\n";
    private const string Text = "お問い合わせ、ありがとうございます。\r\n.\r\nFrom here = there \r\n";

    private readonly PolicyBench _bench = new();

    private static string Plain => Header + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + Text;

    private static string Nested => Header + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\nContent-Transfer-Encoding: 8bit\r\n\r\nこれ\r\n"
        + "--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nhello é, and all the words that are plain stay readable\r\n"
        + "--b\r\nContent-Type: text/plain\r\n\r\nplain = stays\r\n"
        + "--b\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: 8bit\r\n\r\nSubject: inner\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n中\r\n"
        + "--b--\r\n";

    [Fact]
    public async Task A_server_without_8BITMIME_gets_it_converted_and_signed_anew()
    {
        var sent = await SendAsync(Plain, OldServer);

        Assert.Equal(-1, sent.AsSpan().IndexOfAnyInRange((byte)128, (byte)255));
        var verified = await _bench.VerifyAsync(sent);
        Assert.Equal(2, verified.Signatures.Count);
        Assert.All(verified.Signatures, check => Assert.True(check.IsVerified, check.ToString()));
        using var message = MimeMessage.Load(new MemoryStream(sent), TestContext.Current.CancellationToken);
        Assert.Equal(Text, message.TextBody!.ReplaceLineEndings("\r\n"));
    }

    [Fact]
    public async Task A_server_with_8BITMIME_gets_it_as_it_came()
    {
        var sent = await SendAsync(Plain, OldServer + "\n8BITMIME");

        Assert.EndsWith(Text, Encoding.UTF8.GetString(sent), StringComparison.Ordinal);
        Assert.Equal(2, (await _bench.VerifyAsync(sent)).Signatures.Count(check => check.IsVerified));
    }

    [Fact]
    public void Parts_are_converted_one_by_one_and_what_holds_them_is_7bit()
    {
        var made = Encoding.ASCII.GetString(SevenBitEncoder.Encode(Encoding.UTF8.GetBytes(Nested))!);

        Assert.DoesNotContain("8bit", made, StringComparison.Ordinal);
        Assert.Contains("hello =C3=A9", made, StringComparison.Ordinal);
        Assert.Contains("--b\r\nContent-Type: text/plain\r\n\r\nplain = stays\r\n", made, StringComparison.Ordinal);
        using var message = MimeMessage.Load(new MemoryStream(Encoding.ASCII.GetBytes(made)), TestContext.Current.CancellationToken);
        var inner = Assert.IsType<MessagePart>(Assert.IsType<Multipart>(message.Body)[2]).Message;
        Assert.Equal("中", inner!.TextBody!.TrimEnd());
    }

    [Fact]
    public void Without_MIME_fields_the_charset_is_said_to_be_unknown()
    {
        var made = Encoding.ASCII.GetString(SevenBitEncoder.Encode([.. Encoding.ASCII.GetBytes(Header), .. "\r\ncaf\xe9\r\n"u8])!);

        Assert.Contains("MIME-Version: 1.0\r\n", made, StringComparison.Ordinal);
        Assert.Contains("charset=unknown-8bit", made, StringComparison.Ordinal);
        Assert.StartsWith(Header, made, StringComparison.Ordinal);
    }

    [Fact]
    public void That_a_signature_of_somebody_else_breaks_is_said()
    {
        var said = new List<string>();
        using var downgrade = new EightBitDowngrade(_bench.Policy(), said.Add);
        var run = _bench.Run(Encoding.UTF8.GetBytes("DKIM-Signature: v=1; a=rsa-sha256; d=list.example; s=x; h=from; bh=AA==; b=AA==\r\n" + Plain));

        var made = Assert.IsType<DowngradeOutcome.Converted>(downgrade.Convert(run.Sent, run.Message.Prefix.Length, "1 for mx.example"));

        Assert.Contains("d=list.example", Encoding.ASCII.GetString(made.Octets), StringComparison.Ordinal);
        Assert.Equal(["1 for mx.example: converted to 7 bit, since the server has no 8BITMIME; signed anew; 1 signature(s) that it came with no longer verify"], said);
    }

    [Theory]
    [InlineData("Subject: caf\u00e9\r\nFrom: a@example.com\r\n\r\nx\r\n", ContentNeeds.EightBit, "in a field of the header or in a signed part")]
    [InlineData("From: a@example.com\r\nMIME-Version: 1.0\r\nContent-Type: multipart/signed; boundary=s\r\n\r\n--s\r\nContent-Type: text/plain; charset=utf-8\r\n\r\ncaf\u00e9\r\n--s--\r\n",
        ContentNeeds.EightBit, "in a signed part")]
    [InlineData("Subject: caf\u00e9\r\nFrom: a@example.com\r\n\r\nx\r\n", ContentNeeds.EightBit | ContentNeeds.Utf8, "the server takes none (no SMTPUTF8)")]
    public async Task What_can_not_be_converted_goes_back_with_the_reason(string message, ContentNeeds needs, string words)
    {
        await using var world = await RerouteWorld.MakeAsync(_ => null, keywords: OldServer, signer: _bench.Policy());

        var told = await world.SendAsync(1, Encoding.UTF8.GetBytes(message), "", needs);

        Assert.Equal(["main Bounce rfc-violation"], told);
        Assert.Contains(words, world.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(world.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    private async Task<byte[]> SendAsync(string message, string keywords)
    {
        var run = _bench.Run(Encoding.UTF8.GetBytes(message));
        await using var world = await RerouteWorld.MakeAsync(_ => null, keywords: keywords, signer: _bench.Policy());
        var prefix = Encoding.ASCII.GetString(run.Message.Prefix.Span);

        await world.SendAsync(1, run.Sent[run.Message.Prefix.Length..], prefix, run.Message.Needs);

        // Dots are stuffed on the wire.
        return Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Assert.Single(world.Received)).Replace("\r\n.", "\r\n", StringComparison.Ordinal));
    }
}
