using System.Text;
using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Selectors;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Mail.Messages;

namespace Todoku.Diagnosis.Tests.Checks.Selectors;

/// <summary>What messages that were received elsewhere show of their sender.</summary>
public sealed class MailSampleTests
{
    private const string Received = "Received: from mail.example.com (mail.example.com [192.0.2.25]) by mx.google.com with ESMTPS; Tue, 24 Nov 2026 03:00:00 +0000\n";
    private const string ReturnPath = "Return-Path: <bounce@example.com>\n";
    private const string Signature = "DKIM-Signature: v=1; a=rsa-sha256; d=example.com; s=s1; h=from; bh=aGFzaA==; b=c2ln\n";
    private const string From = "From: A <a@example.com>\n";

    private static readonly KnowledgeBase Knowledge = KnowledgeBase.LoadEmbedded();
    private static readonly DomainName Domain = DomainName.Parse("example.com");

    [Fact]
    public void All_that_is_not_known_is_taken_from_the_message()
    {
        var subject = Fill(ReturnPath + Received + Signature + From);

        Assert.Equal(("s1", "example.com", SelectorOrigin.Message), Assert.Single(subject.Selectors) is var hint ? (hint.Selector, hint.Domain.ToString(), hint.Origin) : default);
        Assert.Equal(("192.0.2.25", FactOrigin.Message), (subject.Addresses[0].ToString(), subject.AddressOrigin));
        Assert.Equal(("mail.example.com", FactOrigin.Message), (subject.HeloName?.ToString(), subject.HeloOrigin));
        Assert.Equal(("example.com", FactOrigin.Message), (subject.ReturnPathDomain?.ToString(), subject.ReturnPathOrigin));
    }

    [Theory]
    // Another's signature counts only where there is none of the sender's own.
    [InlineData("d=amazonses.com; s=x", "d=example.com; s=s1", "s1/example.com")]
    [InlineData("d=amazonses.com; s=x", "d=news.example.com; s=s1", "s1/news.example.com")]
    [InlineData("d=amazonses.com; s=x", null, "x/amazonses.com")]
    [InlineData("d=example.com; s=\"", null, "")]
    public void Signatures(string first, string? second, string expected)
    {
        var fields = ((string?[])[first, second]).OfType<string>().Select(tags => $"DKIM-Signature: v=1; a=rsa-sha256; {tags}; h=from; bh=aGFzaA==; b=c2ln\n");

        var subject = Fill(Received + string.Concat(fields) + From);

        Assert.Equal(expected, string.Join(' ', subject.Selectors.Select(hint => $"{hint.Selector}/{hint.Domain}")));
        Assert.Empty(subject.UnsignedMessages);
    }

    [Fact]
    public void What_the_user_said_stays()
    {
        var given = new CheckSubject { Domain = Domain, ReturnPathDomain = DomainName.Parse("bounce.example.com"), Addresses = [System.Net.IPAddress.Parse("192.0.2.77")] };

        var subject = MailSamples.Fill(given, [Sample(ReturnPath + Received + From)], Organization);

        Assert.Equal(("bounce.example.com", "192.0.2.77", null), (subject.ReturnPathDomain?.ToString(), subject.Addresses[0].ToString(), subject.HeloName));
    }

    [Fact]
    public void A_forwarder_is_not_taken_for_the_sender()
    {
        var subject = Fill("Return-Path: <list-bounces@lists.example.net>\n" + Received + Signature + From);

        Assert.Empty(subject.Addresses);
        Assert.Equal("lists.example.net", subject.ReturnPathDomain?.ToString());
    }

    [Theory]
    [InlineData(Received + From, "m")]
    // A copy in the folder of sent mail was kept before anything signed it.
    [InlineData(From, "")]
    [InlineData("Received: from [10.0.0.5] (unknown [10.0.0.5]) by mail.example.com with ESMTPSA; Tue, 24 Nov 2026 03:00:00 +0000\n" + From, "")]
    public void Mail_that_was_received_without_a_signature_is_noted(string header, string expected) => Assert.Equal(expected, string.Join(' ', Fill(header).UnsignedMessages));

    [Fact]
    public void Mail_of_others_and_old_mail_say_nothing()
    {
        MailSample[] samples =
        [
            Sample("Date: Tue, 24 Nov 2026 03:00:00 +0000\n" + Signature + From),
            Sample("Date: Tue, 3 Nov 2026 03:00:00 +0000\n" + Signature.Replace("s=s1", "s=old", StringComparison.Ordinal) + From),
            Sample(Signature.Replace("s=s1", "s=foreign", StringComparison.Ordinal) + "From: b@example.net\n"),
        ];

        Assert.Equal(["s1"], MailSamples.Fill(new CheckSubject { Domain = Domain }, MailSamples.Own(samples, Domain, Organization), Organization).Selectors.Select(hint => hint.Selector));
        Assert.Equal(Domain, MailSamples.DomainOf(samples));
        Assert.Null(MailSamples.DomainOf([Sample("Subject: x\n")]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\xff\n\n")]
    [InlineData("From: a@example.com\nDKIM-Signature: ;;;\nReceived: ;\nReturn-Path:\nDate: x\n")]
    public void Whatever_it_holds_it_is_read(string header) => Assert.NotNull(Sample(header));

    private static CheckSubject Fill(string header) => MailSamples.Fill(new CheckSubject { Domain = Domain }, [Sample(header)], Organization);

    private static MailSample Sample(string header) =>
        MailSample.Read("m", MessageHeaders.Parse(MessageLineEnds.ToCrlf(Encoding.Latin1.GetBytes(header + "\nbody\n"), out _)), Organization);

    private static string Organization(DomainName name) => Knowledge.OrganizationalDomain(Encoding.ASCII.GetBytes(name.ToString()));
}
