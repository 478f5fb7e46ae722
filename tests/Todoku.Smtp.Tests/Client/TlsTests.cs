using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Todoku.Mail;
using Todoku.Smtp.Client;
using Todoku.Smtp.Client.Authentication;
using Todoku.Smtp.Client.Outcomes;
using Todoku.Smtp.Client.Tls;
using Todoku.Smtp.Envelopes;

namespace Todoku.Smtp.Tests.Client;

/// <summary>STARTTLS and TLS from the start, with every kind of certificate.</summary>
public sealed class TlsTests
{
    private static readonly TestAuthority Authority = new();
    private static readonly X509Certificate2 Good = Authority.Issue("mx.example");
    private static readonly X509Certificate2 Expired = Authority.Issue("mx.example", isExpired: true);
    private static readonly DomainName Host = DomainName.Parse("mx.example");

    [Fact]
    public async Task Begins_TLS_where_it_is_offered_and_asks_again_what_the_server_can()
    {
        var server = Server(Good);
        await using var session = await Dialogue.OpenAsync(server, With(new TlsRequirement.Opportunistic()));
        await session.SendAsync();

        Assert.Equal(["EHLO client.example", "STARTTLS", "EHLO client.example"], server.Commands[..3]);
        Assert.Single(server.Messages);
        Assert.Equal(("mx.example", CertificateStatus.Verified), (session.Tls!.PeerName, session.Tls.Certificate));
        Assert.Matches("^TLSv1[.][23]$", session.Tls.Protocol);
        Assert.StartsWith("TLS_", session.Tls.Cipher, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TLS_from_the_start_needs_no_STARTTLS()
    {
        var server = new ScriptedServer { Certificate = Good, IsImplicitTls = true };
        var options = With(new TlsRequirement.Verified([Host]));
        await using var session = await Dialogue.OpenAsync(server, options with { Tls = options.Tls with { IsImplicit = true } });

        Assert.Equal(["EHLO client.example"], server.Commands);
        Assert.Equal(CertificateStatus.Verified, session.Tls!.Certificate);
    }

    [Fact]
    public async Task Clear_text_after_the_reply_to_STARTTLS_is_dropped()
    {
        var server = Server(Good, (verb, _) => verb == "STARTTLS" ? "220 2.0.0 begin\n250-evil.example\n250 CHUNKING" : null);
        await using var session = await Dialogue.OpenAsync(server, With(new TlsRequirement.Opportunistic()));
        await session.SendAsync();

        Assert.False(session.Capabilities.Chunking);
        Assert.Single(server.Messages);
    }

    [Theory]
    [InlineData("self", CertificateStatus.Untrusted)]
    [InlineData("other", CertificateStatus.Trusted)]
    [InlineData("expired", CertificateStatus.Untrusted)]
    public async Task Opportunistic_TLS_takes_any_certificate_and_says_what_it_is_worth(string kind, CertificateStatus expected)
    {
        await using var session = await Dialogue.OpenAsync(Server(Kind(kind)), With(new TlsRequirement.Opportunistic()));

        Assert.Equal(expected, session.Tls!.Certificate);
    }

    [Theory]
    [InlineData("self", TlsFailure.NotTrusted)]
    [InlineData("other", TlsFailure.NameMismatch)]
    [InlineData("expired", TlsFailure.Expired)]
    public async Task Verified_TLS_takes_none_but_the_right_one(string kind, TlsFailure expected)
    {
        var server = Server(Kind(kind));
        var failure = await Dialogue.FailureAsync<SmtpAttemptOutcome.TlsFailed>(server, With(new TlsRequirement.Verified([Host])));

        Assert.Equal(expected, failure.Reason);
        Assert.Equal(["EHLO client.example", "STARTTLS"], server.Commands);
    }

    [Theory]
    [InlineData("*.example", "mx.example", true)]
    [InlineData("*.example", "a.mx.example", false)]
    [InlineData("mail.example", "mx.example", false)]
    public async Task Names_match_by_their_first_label_at_most(string certificate, string name, bool isVerified)
    {
        var opening = await Dialogue.OpeningAsync(Server(Authority.Issue(certificate)), With(new TlsRequirement.Verified([DomainName.Parse("no.example.org"), DomainName.Parse(name)])));

        Assert.Equal(isVerified, opening is SmtpOpening.Ready);
    }

    [Fact]
    public async Task TLS_that_is_required_and_not_offered_is_not_done_without()
    {
        foreach (var requirement in (TlsRequirement[])[new TlsRequirement.Encrypted(), new TlsRequirement.Verified([Host]), new TlsRequirement.Dane([], [Host])])
        {
            Assert.Equal("not sent StartTls TlsNotOffered", Dialogue.Show(await Dialogue.FailureAsync<SmtpAttemptOutcome>(new ScriptedServer(), With(requirement))));
            var refusing = Server(Good, (verb, _) => verb == "STARTTLS" ? "454 4.7.0 not now" : null);
            Assert.Equal("refused StartTls 454", Dialogue.Show(await Dialogue.FailureAsync<SmtpAttemptOutcome>(refusing, With(requirement))));
        }
    }

    [Fact]
    public async Task Opportunistic_TLS_that_is_refused_is_done_without()
    {
        var server = Server(Good, (verb, _) => verb == "STARTTLS" ? "454 4.7.0 not now" : null);
        await using var session = await Dialogue.OpenAsync(server, With(new TlsRequirement.Opportunistic()));

        Assert.Null(session.Tls);
    }

    [Fact]
    public async Task A_server_that_can_not_TLS_after_all_is_a_failure_of_TLS()
    {
        var garbage = Server(Good, (verb, _) => verb == "STARTTLS" ? "220-begin\n220 x" : null);
        garbage.Keywords = "STARTTLS";
        var closing = Server(Good, (verb, _) => verb == "STARTTLS" ? ScriptedServer.Close : null);

        Assert.IsType<SmtpOpening.Ready>(await Dialogue.OpeningAsync(garbage, With(new TlsRequirement.Opportunistic())));
        Assert.Equal("StartTls Closed", Dialogue.Show(await Dialogue.FailureAsync<SmtpAttemptOutcome>(closing, With(new TlsRequirement.Opportunistic()))));
    }

    [Fact]
    public async Task An_older_version_than_wanted_is_not_taken()
    {
        var server = Server(Good);
        var options = With(new TlsRequirement.Encrypted());
        await using var session = await Dialogue.OpenAsync(server, options with { Tls = options.Tls with { MinimumVersion = TlsVersion.Tls13 } });

        Assert.Equal("TLSv1.3", session.Tls!.Protocol);
    }

    [Theory]
    [InlineData(3, 0, 0)]
    [InlineData(3, 0, 1)]
    [InlineData(3, 0, 2)]
    [InlineData(3, 1, 0)]
    [InlineData(3, 1, 1)]
    [InlineData(3, 1, 2)]
    public async Task DANE_usage_3_takes_the_certificate_whatever_its_name_and_dates(byte usage, byte selector, byte matching)
    {
        foreach (var certificate in (X509Certificate2[])[Kind("self"), Kind("other"), Expired])
        {
            var record = Record(usage, selector, matching, certificate);
            await using var session = await Dialogue.OpenAsync(Server(certificate), With(new TlsRequirement.Dane([record], [Host])));
            Assert.Equal(CertificateStatus.Dane, session.Tls!.Certificate);

            var wrong = Record(usage, selector, matching, Good);
            var failure = await Dialogue.FailureAsync<SmtpAttemptOutcome.TlsFailed>(Server(certificate), With(new TlsRequirement.Dane([wrong], [Host])));
            Assert.Equal(TlsFailure.DaneMismatch, failure.Reason);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    public async Task DANE_usage_2_wants_issuer_name_and_dates(byte selector, byte matching)
    {
        var record = Record(2, selector, matching, Authority.Certificate);
        await using var session = await Dialogue.OpenAsync(Server(Good), With(new TlsRequirement.Dane([record], [Host])));
        Assert.Equal((CertificateStatus.Dane, "mx.example"), (session.Tls!.Certificate, session.Tls.PeerName));

        Assert.Equal(TlsFailure.NameMismatch, (await Fail(Kind("other"), record)).Reason);
        Assert.Equal(TlsFailure.Expired, (await Fail(Expired, record)).Reason);
        Assert.Equal(TlsFailure.DaneMismatch, (await Fail(Kind("self"), record)).Reason);
        Assert.Equal(TlsFailure.DaneMismatch, (await Fail(new TestAuthority().Issue("mx.example"), record)).Reason);
    }

    [Fact]
    public async Task DANE_usage_2_takes_an_authority_in_the_middle()
    {
        var middle = Authority.Below();
        var record = Record(2, 1, 1, middle.Certificate);
        var server = new ScriptedServer { Certificate = middle.Issue("mx.example"), Intermediates = [middle.Certificate], Keywords = "STARTTLS" };
        var options = With(new TlsRequirement.Dane([record], [Host]));
        await using var session = await Dialogue.OpenAsync(server, options with { Tls = options.Tls with { Authorities = [] } });

        Assert.Equal(CertificateStatus.Dane, session.Tls!.Certificate);
    }

    [Fact]
    public async Task DANE_with_no_usable_record_wants_TLS_with_any_certificate()
    {
        TlsaAssociation[] unusable = [Record(1, 1, 1, Good), new TlsaAssociation(3, 1, 1, new byte[5]), new TlsaAssociation(3, 9, 1, new byte[32]), new TlsaAssociation(3, 1, 9, new byte[32])];
        await using var session = await Dialogue.OpenAsync(Server(Kind("self")), With(new TlsRequirement.Dane(unusable, [Host])));

        Assert.Equal(CertificateStatus.Untrusted, session.Tls!.Certificate);
    }

    [Theory]
    [InlineData("STARTTLS\nREQUIRETLS", true, "")]
    [InlineData("STARTTLS", true, "not sent MailFrom NeedsRequireTls")]
    [InlineData("STARTTLS\nREQUIRETLS", false, "not sent MailFrom NeedsRequireTls")]
    public async Task REQUIRETLS_wants_a_verified_certificate_and_a_server_that_knows_it(string keywords, bool isVerified, string expected)
    {
        var server = Server(Good);
        server.Keywords = keywords;
        await using var session = await Dialogue.OpenAsync(server, With(isVerified ? new TlsRequirement.Verified([Host]) : new TlsRequirement.None()));
        var envelope = Dialogue.Envelope("", "a@example.com") with { Parameters = new MailParameters { RequiresTls = true } };

        var outcome = await session.SendAsync(envelope, Dialogue.Content(Dialogue.Text), TestContext.Current.CancellationToken);

        Assert.Equal(expected.Length == 0 ? "a@example.com Accepted EndOfData 250" : expected, Dialogue.Show(outcome));
        if (expected.Length == 0) Assert.Contains("MAIL FROM:<> REQUIRETLS", server.Commands);
    }

    [Theory]
    [InlineData("self")]
    [InlineData("other")]
    public async Task REQUIRETLS_is_not_content_with_any_certificate(string kind)
    {
        var server = Server(Kind(kind));
        server.Keywords = "STARTTLS\nREQUIRETLS";
        await using var session = await Dialogue.OpenAsync(server, With(new TlsRequirement.Encrypted()));
        var envelope = Dialogue.Envelope("", "a@example.com") with { Parameters = new MailParameters { RequiresTls = true } };

        var outcome = await session.SendAsync(envelope, Dialogue.Content(Dialogue.Text), TestContext.Current.CancellationToken);

        Assert.Equal("not sent MailFrom NeedsRequireTls", Dialogue.Show(outcome));
    }

    [Fact]
    public async Task A_password_goes_over_TLS()
    {
        var server = Server(Good, (verb, _) => verb == "AUTH" ? "235 2.7.0 ok" : null);
        server.Keywords = "STARTTLS\nAUTH PLAIN";
        await using var session = await Dialogue.OpenAsync(server, With(new TlsRequirement.Verified([Host])) with { Credentials = new SmtpCredentials("user", "secret") });

        Assert.StartsWith("AUTH PLAIN", server.Commands[^1], StringComparison.Ordinal);
    }

    private static Task<SmtpAttemptOutcome.TlsFailed> Fail(X509Certificate2 certificate, TlsaAssociation record) =>
        Dialogue.FailureAsync<SmtpAttemptOutcome.TlsFailed>(Server(certificate), With(new TlsRequirement.Dane([record], [Host])));

    private static ScriptedServer Server(X509Certificate2 certificate, Func<string, string, string?>? answer = null) => new()
    {
        Certificate = certificate,
        Intermediates = [Authority.Certificate],
        Keywords = "PIPELINING\nSTARTTLS",
        Answer = answer ?? ((_, _) => null),
    };

    private static SmtpClientOptions With(TlsRequirement requirement) =>
        Dialogue.Options with { Tls = new TlsSettings { Requirement = requirement, ServerName = Host, Authorities = [Authority.Certificate] } };

    private static X509Certificate2 Kind(string kind) => kind switch
    {
        "self" => TestAuthority.SelfSigned("mx.example"),
        "other" => Authority.Issue("other.example"),
        _ => Expired,
    };

    private static TlsaAssociation Record(byte usage, byte selector, byte matching, X509Certificate2 certificate)
    {
        var selected = selector == 0 ? certificate.RawData : certificate.PublicKey.ExportSubjectPublicKeyInfo();
        return new TlsaAssociation(usage, selector, matching, matching switch { 0 => selected, 1 => SHA256.HashData(selected), _ => SHA512.HashData(selected) });
    }
}
