using System.Net;
using System.Text;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Todoku.Authentication.Arc;
using Todoku.Authentication.Dkim;
using Todoku.Authentication.Dmarc;
using Todoku.Authentication.Messages;
using Todoku.Authentication.Signatures;
using Todoku.Authentication.Spf;
using Todoku.Authentication.Tests.Dmarc;
using Todoku.Dns;
using Todoku.Mail;
using Todoku.Mail.Messages;

namespace Todoku.Authentication.Tests.Messages;

public sealed class MessageAuthenticatorTests
{
    private const string Body = "Subject: Hello\r\nTo: you@example.net\r\n\r\nText.\r\n";

    private static readonly DateTimeOffset Now = new(2026, 5, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly PrivateKey Key = PrivateKey.CreateEd25519();

    [Fact]
    public async Task All_of_a_message_that_is_right_passes()
    {
        var message = await EvaluateAsync(Zone(), Signed($"From: A <a@example.com>\r\n{Body}", "example.com"), "192.0.2.1", "bounce@mail.example.com");

        Assert.Equal((SpfVerdict.Pass, DkimResult.Pass, DmarcVerdict.Pass, ArcResult.None), (message.Spf!.Verdict, message.Dkim.Result, message.Dmarc.Verdict, message.Arc.Result));
        Assert.Equal((true, true), (message.Dmarc.IsSpfAligned, message.Dmarc.IsDkimAligned));
        var results = MessageResults.Of(message);
        Assert.Equal(("mx.example.net", "bounce@mail.example.com", "example.com", "reject"),
            (results.AuthservId, results.Methods[0].Property("smtp", "mailfrom"), results.Methods[1].Property("header", "d"), results.Methods[2].Property("policy", "dmarc")));
    }

    [Fact]
    public async Task A_signature_of_another_domain_does_not_align()
    {
        var message = await EvaluateAsync(Zone(), Signed($"From: A <a@example.com>\r\n{Body}", "example.org"), "192.0.2.9", "bounce@example.com");

        Assert.Equal((SpfVerdict.Fail, DkimResult.Pass, DmarcVerdict.Fail), (message.Spf!.Verdict, message.Dkim.Result, message.Dmarc.Verdict));
    }

    [Fact]
    public async Task Without_an_address_SPF_says_nothing()
    {
        var message = await EvaluateAsync(Zone(), $"From: A <a@example.com>\r\n{Body}", null, "bounce@example.com");

        Assert.Null(message.Spf);
        Assert.Equal((DmarcVerdict.Fail, "dkim=none"), (message.Dmarc.Verdict, string.Join('|', MessageResults.Of(message).Methods.Take(1).Select(method => $"{method.Method}={method.Result}"))));
    }

    [Fact]
    public async Task The_null_sender_is_its_HELO_name()
    {
        var message = await EvaluateAsync(Zone(), $"From: A <a@example.com>\r\n{Body}", "192.0.2.1", "", "mail.example.com");

        Assert.Equal((DmarcVerdict.Pass, "mail.example.com"), (message.Dmarc.Verdict, MessageResults.Of(message).Methods[0].Property("smtp", "helo")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("From: a@example.com\r\nFrom: b@example.com\r\n")]
    [InlineData("From: a@example.com, b@example.org\r\n")]
    public async Task Without_one_author_domain_SPF_does_not_help(string from)
    {
        var message = await EvaluateAsync(Zone(), $"{from}{Body}", "192.0.2.1", "bounce@example.com");

        Assert.Equal((SpfVerdict.Pass, DmarcVerdict.None, DmarcReason.NoAuthorDomain), (message.Spf!.Verdict, message.Dmarc.Verdict, message.Dmarc.Reason));
    }

    [Fact]
    public async Task A_key_that_DNS_does_not_give_leaves_DMARC_open()
    {
        var zone = Zone().Fails("s1._domainkey.example.com", DnsFailure.TimedOut);

        var message = await EvaluateAsync(zone, Signed($"From: A <a@example.com>\r\n{Body}", "example.com"), "192.0.2.9", "bounce@example.com");

        Assert.Equal((DkimResult.TempError, DmarcVerdict.TempError, DmarcReason.AuthenticationFailed), (message.Dkim.Result, message.Dmarc.Verdict, message.Dmarc.Reason));
    }

    [Fact]
    public async Task Nothing_of_a_stranger_gets_out_of_the_results()
    {
        var hostile = "x;dmarc=pass\"\r\nBcc: y@example.com";

        var message = await EvaluateAsync(Zone(), $"From: A <a@example.com>\r\n{Body}", "192.0.2.1", $"{hostile}@example.com", hostile);

        var written = MessageResults.Of(message).ToString();
        Assert.DoesNotContain("\r\nBcc", written, StringComparison.Ordinal);
        Assert.Equal(["spf", "dkim", "dmarc"], Todoku.Authentication.AuthenticationResults.AuthenticationResultsField.Parse(Encoding.UTF8.GetBytes(written)).Methods.Select(method => method.Method));
    }

    [Fact]
    public async Task Whatever_a_message_holds_there_is_a_result() => await Gen.OneOf(
            Gen.Byte.Array[0, 300],
            Gen.Int[0, Pieces.Length - 1].Array[0, 30].Select(pieces => Encoding.UTF8.GetBytes(string.Concat(pieces.Select(piece => Pieces[piece])))))
        .SampleAsync(async octets =>
        {
            var message = await EvaluateAsync(Zone(), Encoding.Latin1.GetString(octets), "192.0.2.1", "a@example.com");
            Assert.NotEmpty(MessageResults.Of(message).ToString());
        }, iter: 300);

    private static readonly string[] Pieces =
    [
        "From: ", "a@example.com", "<", ">", "\"", "(", "\r\n", "\n", "\0", "DKIM-Signature: ", "v=1; a=rsa-sha256; d=example.com; s=s1; h=from; bh=; b=", "ARC-Seal: i=1;", ";", ":",
        "ARC-Message-Signature: ", "ü", " ", "\r\n\r\n",
    ];

    private static DmarcZone Zone() => new DmarcZone()
        .With("example.com", "v=DMARC1; p=reject")
        .WithTexts("example.com", "v=spf1 ip4:192.0.2.1 -all")
        .WithTexts("mail.example.com", "v=spf1 ip4:192.0.2.1 -all")
        .WithTexts("s1._domainkey.example.com", DkimKeyText.Value(Key))
        .WithTexts("s1._domainkey.example.org", DkimKeyText.Value(Key));

    private static string Signed(string message, string domain)
    {
        var signer = new DkimSigner(Key, new DkimSigningOptions { Domain = DomainName.Parse(domain), Selector = "s1" });
        return signer.Sign(MessageHeaders.Parse(Encoding.Latin1.GetBytes(message)), Now) + message;
    }

    private static async Task<MessageAuthentication> EvaluateAsync(DmarcZone zone, string message, string? ip, string sender, string helo = "client.example.net") =>
        await new MessageAuthenticator(new FakeTimeProvider(Now)).EvaluateAsync(
            new MessageRequest
            {
                Message = MessageHeaders.Parse(Encoding.Latin1.GetBytes(message)),
                Ip = ip is null ? null : IPAddress.Parse(ip),
                Sender = sender,
                Helo = helo,
                Receiver = "mx.example.net",
            },
            zone,
            Now,
            TestContext.Current.CancellationToken);
}
