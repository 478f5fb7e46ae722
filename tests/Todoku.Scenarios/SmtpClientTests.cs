using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Todoku.Mail;
using Todoku.Smtp.Client;
using Todoku.Smtp.Client.Connecting;
using Todoku.Smtp.Client.Messages;
using Todoku.Smtp.Client.Outcomes;
using Todoku.Smtp.Client.Tls;
using Todoku.Smtp.Envelopes;

namespace Todoku.Scenarios;

/// <summary>The SMTP client hands mail to a real Postfix, in clear text and over STARTTLS.</summary>
public sealed class SmtpClientTests
{
    private const string HostName = "web1.hosting.example";

    [Fact]
    public async Task Postfix_takes_mail_over_STARTTLS_under_DANE_and_hands_it_on()
    {
        Require();
        var ct = TestContext.Current.CancellationToken;
        await using var receiver = new ScriptedSmtpServer((_, _) => null);
        var receivers = new Dictionary<string, (string, int)>(StringComparer.Ordinal) { ["shop.example"] = ("mx.shop.example", receiver.Port) };
        using var certificate = MakeCertificate(out var pem);
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, pem, ct);
        await using var postfix = await PostfixServer.StartAsync(receivers, $"smtpd_tls_security_level = may\nsmtpd_tls_chain_files = {path}", ct);
        var record = new TlsaAssociation(3, 1, 1, SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));
        var tls = new TlsSettings { ServerName = DomainName.Parse(HostName), Requirement = new TlsRequirement.Dane([record], [DomainName.Parse(HostName)]) };

        var session = Assert.IsType<SmtpOpening.Ready>(await OpenAsync(postfix.Port, tls, ct)).Session;
        var large = string.Concat(Enumerable.Repeat(".a line of a larger message\r\n", 20_000));
        foreach (var text in (string[])["Subject: small\r\n\r\nhello\r\n", $"Subject: large\r\n\r\n{large}", "Subject: dots\n\nfirst\n.\nMAIL FROM:<evil@example.org>\n.\r\n"])
        {
            var answered = Assert.IsType<SmtpAttemptOutcome.Answered>(await session.SendAsync(Envelope("a@shop.example", "b@shop.example"), Content(text), ct));
            Assert.All(answered.Results, result => Assert.Equal((RecipientStatus.Accepted, SmtpStage.EndOfData), (result.Status, result.Stage)));
        }
        await session.QuitAsync(ct);
        await postfix.WaitForLogAsync("status=sent", 6, ct);

        Assert.Equal(("TLSv1.3", CertificateStatus.Dane), (session.Tls!.Protocol, session.Tls.Certificate));
        Assert.True(session.Capabilities is { Pipelining: true, Chunking: true, DeliveryNotifications: true, InternationalMail: true, EightBitMime: true });
        Assert.Equal(3, File.ReadLines(postfix.LogPath).Count(line => line.Contains("postfix/cleanup", StringComparison.Ordinal) && line.Contains("message-id=", StringComparison.Ordinal)));

        var wrong = record with { Data = new byte[32] };
        var failed = Assert.IsType<SmtpOpening.Failed>(await OpenAsync(postfix.Port, tls with { Requirement = new TlsRequirement.Dane([wrong], []) }, ct));
        Assert.Equal(TlsFailure.DaneMismatch, Assert.IsType<SmtpAttemptOutcome.TlsFailed>(failed.Outcome).Reason);
        File.Delete(path);
    }

    [Fact]
    public async Task Postfix_refuses_recipients_and_takes_chunks()
    {
        Require();
        var ct = TestContext.Current.CancellationToken;
        await using var receiver = new ScriptedSmtpServer((_, _) => null);
        var receivers = new Dictionary<string, (string, int)>(StringComparer.Ordinal) { ["shop.example"] = ("mx.shop.example", receiver.Port) };
        await using var postfix = await PostfixServer.StartAsync(receivers, "mynetworks = 192.0.2.0/24\nrelay_domains = shop.example\nrelay_recipient_maps = static:all\nmessage_size_limit = 100000", ct);

        await using var session = Assert.IsType<SmtpOpening.Ready>(await OpenAsync(postfix.Port, new TlsSettings(), ct, useChunking: true)).Session;
        var mixed = Assert.IsType<SmtpAttemptOutcome.Answered>(await session.SendAsync(Envelope("a@shop.example", "b@elsewhere.example"), Content("Subject: a\r\n\r\nhello\r\n"), ct));
        var none = Assert.IsType<SmtpAttemptOutcome.Answered>(await session.SendAsync(Envelope("b@elsewhere.example"), Content("Subject: a\r\n\r\nhello\r\n"), ct));
        var tooLarge = await session.SendAsync(Envelope("a@shop.example"), Content(new string('a', 100_001)), ct);
        var last = Assert.IsType<SmtpAttemptOutcome.Answered>(await session.SendAsync(Envelope("a@shop.example"), Content($"Subject: a\r\n\r\n{string.Concat(Enumerable.Repeat("0123456789\r\n", 8_000))}"), ct));

        Assert.Equal([RecipientStatus.Accepted, RecipientStatus.Refused], mixed.Results.Select(result => result.Status));
        Assert.Equal((454, new EnhancedStatusCode(4, 7, 1)), (mixed.Results[1].Reply!.Code, mixed.Results[1].Reply!.EnhancedStatus));
        Assert.Equal(RecipientStatus.Refused, none.Results[0].Status);
        Assert.Equal(NotSentReason.TooLarge, Assert.IsType<SmtpAttemptOutcome.NotSent>(tooLarge).Reason);
        Assert.Equal(RecipientStatus.Accepted, last.Results[0].Status);
    }

    private static Task<SmtpOpening> OpenAsync(int port, TlsSettings tls, CancellationToken ct, bool useChunking = false) => SmtpClientSession.OpenAsync(
        new SocketConnector(TimeProvider.System), new SmtpEndpoint(new IPEndPoint(IPAddress.Loopback, port)), new SmtpClientOptions { HelloName = "client.example", Tls = tls, UseChunking = useChunking }, TimeProvider.System, ct);

    private static OutgoingEnvelope Envelope(params string[] recipients) =>
        new(Box("form@customer.example"), MailParameters.None, [.. recipients.Select(recipient => new OutgoingRecipient(Box(recipient), RecipientParameters.None))]);

    private static MessageContent Content(string text) => MessageContent.FromOctets(Encoding.ASCII.GetBytes(text));

    private static Mailbox Box(string address) => MailboxParser.TryParse(Encoding.ASCII.GetBytes(address), out var mailbox) ? mailbox! : throw new ArgumentException(address);

    private static X509Certificate2 MakeCertificate(out string pem)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={HostName}", key, HashAlgorithmName.SHA256);
        var certificate = request.CreateSelfSigned(DateTimeOffset.Parse("2020-01-01T00:00:00Z", provider: null), DateTimeOffset.Parse("2060-01-01T00:00:00Z", provider: null));
        pem = $"{key.ExportPkcs8PrivateKeyPem()}\n{certificate.ExportCertificatePem()}\n";
        return certificate;
    }

    private static void Require()
    {
        if (PostfixServer.Missing() is not { } missing) return;
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(missing);
        Assert.Skip(missing);
    }
}
