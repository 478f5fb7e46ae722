using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Findings;

public class CauseFindingTests
{
    [Fact]
    public void Says_whom_it_hits_how_often_and_since_when()
    {
        var script = new MailScript();
        var how = new Try
        {
            SubmitterKind = SubmitterKind.LocalUser,
            Submitter = "apache",
            DkimDomain = "example.com",
            DkimSelector = "s1",
            LocalAddress = "192.0.2.9",
            To = "a@gmail.com",
        };
        script.Bounced("10:02", "550 [spam-content] url=https://example.com/a", how).Bounced("10:30", "550 [spam-content] url=https://example.com/b", how with { To = "b@gmail.com", From = "x@other.example" });
        script.Bounced("11:00", "550 [spam-content] url=https://example.com/b", how);
        var finding = Assert.Single(script.Conclude().Findings);
        Assert.Equal((3, 3, 2), (finding.Count, finding.Messages, finding.Recipients));
        Assert.Equal(new DateTimeOffset(2026, 5, 16, 10, 2, 0, TimeSpan.Zero), finding.Since);
        Assert.Equal(new DateTimeOffset(2026, 5, 16, 11, 0, 0, TimeSpan.Zero), finding.Until);
        Assert.Equal(new Identity
        {
            Host = "web1",
            SendingIp = "192.0.2.9",
            EnvelopeDomain = "example.com",
            EnvelopeDomains = 2,
            Submitter = "user apache",
            Submitters = 1,
            DkimDomain = "example.com",
            DkimSelector = "s1",
        }, finding.Identity);
        Assert.Contains(new ReplyValue("url", "https://example.com/b"), finding.Values);
        Assert.Equal(3, finding.Evidence.Count);
    }

    [Fact]
    public void The_sending_address_is_taken_from_replies_when_the_log_tells_none()
    {
        var script = new MailScript().Bounced("10:00", "550 [ip-reputation] ip=192.0.2.18");
        Assert.Equal("192.0.2.18", script.Conclude().Findings[0].Identity.SendingIp);
    }

    [Fact]
    public void Expiry_counts_for_the_cause_of_the_last_attempt()
    {
        var message = new Try { Message = 5 };
        var result = new MailScript().Deferred("10:00", "452 [mailbox-full]", message).Deferred("12:00", "452 [mailbox-full]", message)
            .Expired("2026-05-21 12:00", message with { To = "", Relay = "", IsEcho = true }).Conclude();
        var finding = Assert.Single(result.Findings);
        Assert.Equal(("google mailbox-full", 2, 1), (MailScript.Short(finding), finding.Count, finding.Messages));
        Assert.Equal(2, result.Providers[0].Attempts);
    }

    [Fact]
    public void Expiry_of_what_was_never_seen_is_its_own_cause()
    {
        var result = new MailScript().Expired("10:00", new Try { Relay = "", To = "x@example.org" }).Conclude();
        Assert.Equal(["example.org expired"], result.Findings.Select(MailScript.Short));
    }

    [Fact]
    public void A_message_that_fails_by_one_cause_and_then_another_is_lost_once()
    {
        var message = new Try { Message = 5 };
        var result = new MailScript().Deferred("10:00", "450 [greylisted]", message).Bounced("10:10", "550 [spam-content]", message).Conclude();
        Assert.Equal("google spam-content", MailScript.Short(result.Findings[0]));
        Assert.Equal(1, result.Findings.Sum(finding => finding.Messages));
    }

    [Fact]
    public void Probes_and_discarded_mail_are_not_counted()
    {
        var script = new MailScript().Attempt("10:00", DeliveryStatus.Probed, "550 [spam-content]").Attempt("10:01", DeliveryStatus.Discarded, "x");
        var result = script.Conclude();
        Assert.Empty(result.Findings);
        Assert.Empty(result.Providers);
        Assert.Equal(Verdict.NotEnoughEvidence, result.Verdict);
    }

    [Fact]
    public void Echoes_count_for_messages_and_never_as_attempts()
    {
        var echo = new Try { IsEcho = true, Relay = "", IsRemote = false };
        var result = new MailScript().Deferred("10:00", "450 [connection-timeout]", echo).Deferred("10:01", "450 [connection-timeout]", echo).Conclude();
        Assert.Equal(("google connection-timeout", 2), (MailScript.Short(result.Findings[0]), result.Findings[0].Messages));
        Assert.Equal(0, result.Providers[0].Attempts);
    }

    [Fact]
    public void A_failure_without_a_host_counts_where_the_domains_mail_was_seen_to_go()
    {
        var script = new MailScript().Delivered("10:00", new Try { To = "a@customer.example" });
        script.Deferred("10:05", "450 [connection-timeout]", new Try { To = "b@customer.example", Relay = "", IsRemote = false });
        Assert.Equal("google", Assert.Single(script.Conclude().Providers).Provider.Id);
    }

    [Fact]
    public void Mail_to_this_servers_own_mailboxes_is_kept_apart()
    {
        var script = new MailScript().Bounced("10:00", "550 [recipient-unknown]", new Try { Agent = DeliveryAgent.Lmtp, Relay = "private/dovecot-lmtp" }).Delivered("10:01");
        Assert.Equal(["google", "local"], script.Conclude().Providers.Select(provider => provider.Provider.Id).Order());
    }

    [Fact]
    public void A_filter_on_the_same_host_is_no_receiver()
    {
        var script = new MailScript().Delivered("10:00", new Try { Relay = "127.0.0.1", Address = "127.0.0.1", Port = 10024 }).Delivered("10:01");
        Assert.Equal(["google"], script.Conclude().Providers.Select(provider => provider.Provider.Id));
    }

    [Fact]
    public void The_article_of_the_provider_goes_before_that_of_the_cause()
    {
        var knowledge = new FakeKnowledge().WithArticle("spam-content", Cause.SpamContent, Fault.Sender).WithArticle("google.spam-content", Cause.SpamContent, Fault.Sender);
        var result = new MailScript(knowledge).Bounced("10:00", "550 [spam-content]").Bounced("10:00", "550 [spam-content]", Try.Yahoo).Conclude();
        Assert.Equal(["google.spam-content", "spam-content"], result.Findings.Select(finding => finding.Article).Order());
    }

    [Fact]
    public void Times_are_told_in_the_logs_own_offset()
    {
        var script = new MailScript().Bounced("10:00", "550 [spam-content]");
        var result = script.Analyzer.Conclude(new Understanding(1, 0, 1, 1, 1, 1, []), [], TimeSpan.FromHours(9));
        Assert.Equal(new DateTimeOffset(2026, 5, 16, 19, 0, 0, TimeSpan.FromHours(9)), result.Findings[0].Since);
        Assert.Equal(TimeSpan.FromHours(9), result.Findings[0].Since.Offset);
    }
}
