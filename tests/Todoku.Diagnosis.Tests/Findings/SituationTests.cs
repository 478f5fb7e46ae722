using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Findings;

public class SituationTests
{
    [Fact]
    public void Port_25_is_blocked_when_all_hosts_of_several_providers_time_out()
    {
        var script = new MailScript();
        for (var i = 0; i < 3; i++)
        {
            script.ConnectionFailed($"10:{i}1", "gmail-smtp-in.l.google.com", $"192.0.2.{i}", "Connection timed out");
            script.Deferred($"10:{i}2", "connect to gmail-smtp-in.l.google.com: [connection-timeout]", Unreached(Try.Google));
            script.Deferred($"10:{i}4", "connect to outlook.com: [connection-timeout]", Unreached(Try.Microsoft));
        }
        var result = script.Conclude();
        Assert.Equal("all outbound-port-25-blocked", MailScript.Short(result.Findings[0]));
        Assert.Equal(Fault.Network, result.Findings[0].Fault);
        Assert.Equal(2, result.Findings[0].Explains.Count);
        Assert.Equal(6, result.Findings[0].Count);
        Assert.Equal(Verdict.ActionNeeded, result.Verdict);
    }

    [Fact]
    public void Port_25_is_blocked_when_several_hosts_of_the_only_provider_time_out()
    {
        var script = new MailScript();
        for (var i = 0; i < 4; i++) script.ConnectionFailed($"02:1{i}", $"alt{i}.gmail-smtp-in.l.google.com", $"192.0.2.{i}", "Operation timed out");
        script.Deferred("02:15", "connect to alt3.gmail-smtp-in.l.google.com: [connection-timeout]", Unreached(Try.Google));
        Assert.Equal("google outbound-port-25-blocked", MailScript.Short(script.Conclude().Findings[0]));
    }

    [Fact]
    public void Port_25_is_open_when_any_host_answers()
    {
        var script = new MailScript();
        for (var i = 0; i < 4; i++) script.ConnectionFailed($"02:1{i}", $"alt{i}.gmail-smtp-in.l.google.com", $"192.0.2.{i}", "Operation timed out");
        script.Deferred("02:15", "connect to alt3.gmail-smtp-in.l.google.com: [connection-timeout]", Unreached(Try.Google));
        script.Bounced("02:16", "550 [recipient-unknown]", Try.Yahoo);
        Assert.DoesNotContain(script.Conclude().Findings, finding => finding.Kind == "outbound-port-25-blocked");
    }

    [Fact]
    public void An_unreachable_IPv6_network_is_no_sign_of_a_block()
    {
        var script = new MailScript();
        for (var i = 0; i < 4; i++) script.ConnectionFailed($"02:1{i}", $"alt{i}.gmail-smtp-in.l.google.com", $"2001:db8::{i}", "Network is unreachable");
        Assert.DoesNotContain(script.Conclude().Findings, finding => finding.Kind == "outbound-port-25-blocked");
    }

    [Fact]
    public void A_block_that_was_lifted_is_past()
    {
        var script = new MailScript();
        for (var i = 0; i < 30; i++)
        {
            script.Deferred($"10:{i:00}", "connect to gmail: [connection-timeout]", Unreached(Try.Google) with { Address = $"192.0.2.{i}" });
            script.Deferred($"10:{i:00}", "connect to outlook: [connection-timeout]", Unreached(Try.Microsoft));
        }
        for (var i = 0; i < 20; i++) script.Delivered($"12:{i:00}").Delivered($"12:{i:00}", Try.Microsoft);
        var blocked = script.Conclude().Findings.Single(finding => finding.Kind == "outbound-port-25-blocked");
        Assert.False(blocked.IsCurrent);
    }

    [Fact]
    public void One_account_that_makes_most_failures_out_of_proportion_is_named_first()
    {
        var script = new MailScript();
        for (var i = 0; i < 60; i++)
        {
            script.Deferred($"02:{i:00}", "421 [rate-limited]", Login("sales@example.com"));
            for (var other = 0; other < 3; other++) script.Delivered($"02:{i:00}", Login($"user{other}@example.com"));
        }
        var finding = script.Conclude().Findings[0];
        Assert.Equal(("submitter-abuse", "login sales@example.com", Fault.Sender), (finding.Kind, finding.Identity.Submitter, finding.Fault));
        Assert.Equal(Cause.RateLimited, finding.Cause);
        Assert.Contains(1, finding.Explains);
    }

    [Fact]
    public void An_account_that_writes_to_a_guessed_list_is_named_even_alone()
    {
        var script = new MailScript();
        for (var i = 0; i < 200; i++)
        {
            var ticks = MailScript.Ticks("02:00") + (i * TimeSpan.TicksPerSecond);
            var how = Login("sales@example.com");
            if (i % 4 == 0) script.Attempt(ticks, DeliveryStatus.Bounced, "550 [recipient-unknown]", how with { To = $"guess{i}@gmail.com" });
            else if (i % 4 == 1) script.Attempt(ticks, DeliveryStatus.Bounced, "550 [spam-content]", how with { Relay = Try.Yahoo.Relay, To = "x@yahoo.com" });
            else script.Attempt(ticks, DeliveryStatus.Delivered, "250 ok", how);
        }
        Assert.Equal("all submitter-abuse", MailScript.Short(script.Conclude().Findings[0]));
    }

    [Fact]
    public void An_account_whose_flood_fails_is_named_beside_few_others_whose_mail_arrives()
    {
        var script = new MailScript();
        for (var i = 0; i < 20; i++) script.Delivered($"01:{i:00}", Login("user@example.com"));
        for (var i = 0; i < 400; i++)
        {
            var ticks = MailScript.Ticks("02:00") + (i * TimeSpan.TicksPerSecond);
            script.Attempt(ticks, i % 2 == 0 ? DeliveryStatus.Bounced : DeliveryStatus.Delivered, "550 [spam-content]", Login("sales@example.com"));
        }
        Assert.Equal("google submitter-abuse", MailScript.Short(script.Conclude().Findings[0]));
    }

    [Fact]
    public void The_only_user_of_a_web_server_is_not_accused_for_being_alone()
    {
        var script = new MailScript();
        for (var i = 0; i < 59; i++) script.Bounced($"02:{i:00}", "550 [ip-reputation]", new Try { SubmitterKind = SubmitterKind.LocalUser, Submitter = "apache" });
        Assert.DoesNotContain(script.Conclude().Findings, finding => finding.Kind == "submitter-abuse");
    }

    [Fact]
    public void A_stranger_who_guesses_our_own_mailboxes_abuses_no_account()
    {
        var script = new MailScript();
        for (var i = 0; i < 59; i++)
        {
            script.Bounced($"02:{i:00}", "550 [recipient-unknown]", new Try { Agent = DeliveryAgent.Lmtp, SubmitterKind = SubmitterKind.Client, Submitter = "203.0.113.7" });
            script.Delivered($"02:{i:00}", Login("user1@example.com"));
        }
        Assert.Equal(["local recipient-unknown"], script.Conclude().Findings.Select(MailScript.Short));
    }

    [Fact]
    public void Notices_to_strangers_are_backscatter()
    {
        var script = new MailScript();
        for (var i = 0; i < 25; i++)
        {
            script.Bounced($"02:{i:00}", "550 [recipient-unknown]", new Try
            {
                From = "",
                To = $"victim{i}@stranger{i}.example",
                Relay = $"mx.stranger{i}.example",
                SubmitterKind = SubmitterKind.Server,
            });
        }
        var finding = script.Conclude().Findings[0];
        Assert.Equal("all backscatter", MailScript.Short(finding));
        Assert.Equal(25, finding.Recipients);
    }

    [Fact]
    public void Notices_to_ones_own_users_are_no_backscatter()
    {
        var script = new MailScript().Queued("01:00", "info@example.com");
        for (var i = 0; i < 25; i++)
        {
            script.Delivered($"02:{i:00}", new Try { From = "", To = "info@example.com", Relay = "mx.example.com", SubmitterKind = SubmitterKind.Server });
        }
        Assert.Empty(script.Conclude().Findings);
    }

    [Fact]
    public void Failures_over_IPv6_alone_are_told_from_the_rest()
    {
        var script = new MailScript();
        for (var i = 0; i < 6; i++)
        {
            script.Bounced($"10:{i}0", "550 [policy]", new Try { Address = "2001:db8::25" });
            script.Delivered($"10:{i}5");
        }
        var result = script.Conclude();
        Assert.Equal("google ipv6-only", MailScript.Short(result.Findings[0]));
        Assert.Equal([1], result.Findings[0].Explains);
    }

    [Fact]
    public void A_reply_that_names_IPv6_guidelines_is_enough()
    {
        var script = new MailScript().Bounced("10:00", "550 [no-ptr] does not meet IPv6 sending guidelines", new Try { Address = "2001:db8::25" });
        Assert.Equal(["google ipv6-only", "google no-ptr"], script.Conclude().Findings.Select(MailScript.Short));
    }

    [Fact]
    public void A_queue_that_grows_all_the_time_is_seen_and_ranks_under_its_reason()
    {
        var script = new MailScript();
        for (var i = 0; i < 59; i++)
        {
            script.Queued($"10:{i:00}").Queued($"10:{i:00}").Queued($"10:{i:00}").Removed($"10:{i:00}");
            script.Deferred($"10:{i:00}", "421 [rate-limited]").Deferred($"10:{i:00}", "421 [rate-limited]");
        }
        Assert.Equal(["google rate-limited", "all queue-growing"], script.Conclude().Findings.Select(MailScript.Short));
    }

    [Fact]
    public void A_queue_from_which_nothing_at_all_goes_is_seen()
    {
        var script = new MailScript();
        for (var i = 0; i < 59; i++) script.Queued($"10:{i:00}").Deferred($"10:{i:00}", "421 [rate-limited]");
        Assert.Equal(["google rate-limited", "all queue-growing"], script.Conclude().Findings.Select(MailScript.Short));
    }

    [Fact]
    public void A_log_whose_removals_were_filtered_out_says_nothing_of_the_queue()
    {
        var script = new MailScript();
        for (var i = 0; i < 59; i++)
        {
            script.Queued($"10:{i:00}").Queued($"10:{i:00}").Delivered($"10:{i:00}").Deferred($"10:{i:00}", "421 [rate-limited]");
        }
        Assert.DoesNotContain(script.Conclude().Findings, finding => finding.Kind == "queue-growing");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_log_that_ends_in_mid_flight_is_no_growing_queue(bool someLeft)
    {
        var script = new MailScript();
        for (var i = 0; i < 9; i++)
        {
            for (var n = 0; n < 20; n++) script.Queued($"10:0{i}");
            if (someLeft) script.Removed($"10:0{i}").Delivered($"10:0{i}");
        }
        script.Deferred("10:09", "421 [rate-limited]");
        Assert.DoesNotContain(script.Conclude().Findings, finding => finding.Kind == "queue-growing");
    }

    [Fact]
    public void A_queue_that_drains_is_no_finding()
    {
        var script = new MailScript().Bounced("09:00", "550 [spam-content]");
        for (var i = 0; i < 50; i++) script.Queued($"10:{i:00}").Queued($"10:{i:00}");
        for (var i = 0; i < 50; i++) script.Removed($"11:{i:00}").Removed($"11:{i:00}");
        Assert.DoesNotContain(script.Conclude().Findings, finding => finding.Kind == "queue-growing");
    }

    [Fact]
    public void All_mail_through_one_smart_host_is_noted_last()
    {
        var script = new MailScript();
        var relay = new Try { Relay = "smtp.relay.example", Port = 587 };
        for (var i = 1; i < 9; i++) script.Delivered($"10:0{i}", relay);
        script.Bounced("10:09", "550 [spam-content]", relay);
        var result = script.Conclude();
        Assert.Equal(["relay.example spam-content", "relay.example relay-says-later"], result.Findings.Select(MailScript.Short));
        Assert.Equal("smtp.relay.example", result.Findings[0].Identity.Relay);
        Assert.Equal(Fault.Nobody, result.Findings[1].Fault);
    }

    [Fact]
    public void Notices_that_come_back_from_the_smart_host_are_what_it_said_later()
    {
        var script = new MailScript();
        var relay = new Try { Relay = "smtp.relay.example", Address = "192.0.2.87", Port = 587 };
        for (var i = 1; i < 9; i++) script.Delivered($"10:0{i}", relay);
        foreach (var (time, client) in new[] { ("10:10", "192.0.2.87"), ("10:11", "192.0.2.87"), ("10:12", "198.51.100.1") })
        {
            script.Queued(time, from: "", SubmitterKind.Client, client);
            script.Delivered(time, new Try { From = "", To = "info@example.com", Relay = "local", Address = "", Agent = DeliveryAgent.Local, SubmitterKind = SubmitterKind.Client, Submitter = client, Line = $"notice from {client}" });
        }
        script.Queued("10:13", from: "friend@example.net", SubmitterKind.Client, "192.0.2.87");

        var finding = Assert.Single(script.Conclude().Findings);
        Assert.Equal("relay.example relay-says-later", MailScript.Short(finding));
        Assert.Equal(2, finding.Count);
        Assert.Equal(["relay_notices 2"], finding.Values.Select(value => $"{value.Name} {value.Value}"));
        Assert.Equal(["notice from 192.0.2.87", "notice from 192.0.2.87"], finding.Evidence);
    }

    [Fact]
    public void A_server_that_hosts_many_domains_is_no_smart_host()
    {
        var script = new MailScript();
        for (var i = 0; i < 9; i++) script.Delivered($"10:0{i}", new Try { To = $"x@customer{i}.example" });
        Assert.Empty(script.Conclude().Findings);
    }

    [Fact]
    public void A_signer_that_can_not_sign_explains_mail_refused_for_authentication()
    {
        var script = new MailScript().SigningFailed("09:59", "example.com");
        script.Bounced("10:00", "550 [unauthenticated]");
        var result = script.Conclude();
        Assert.Equal(["google unauthenticated", "google signing-missing"], result.Findings.Select(MailScript.Short));
        Assert.Equal([0], result.Findings[1].Explains);
    }

    [Theory]
    [InlineData("09:59", "web1", "", true)]
    [InlineData("09:59", "", "", true)]
    [InlineData("09:59", "web2", "", false)]
    [InlineData("08:30", "web1", "", false)]
    [InlineData("09:59", "web1", "info@example.net", false)]
    public void A_signer_that_names_no_domain_is_joined_where_only_one_can_be_meant(string time, string host, string second, bool isJoined)
    {
        var script = new MailScript().SigningFailed(time, "", host).Bounced("10:00", "550 [unauthenticated]");
        if (second.Length > 0) script.Bounced("10:00", "550 [unauthenticated]", Try.Microsoft with { From = second });
        var signing = script.Conclude().Findings.Single(finding => finding.Kind == "signing-missing");
        Assert.Equal(isJoined ? "example.com" : "", signing.Identity.EnvelopeDomain);
        Assert.Equal(isJoined ? 1 : 0, signing.Explains.Count);
    }

    [Fact]
    public void A_signer_that_can_not_sign_mail_that_arrives_needs_no_act_now()
    {
        var script = new MailScript().SigningFailed("09:59", "example.com").Delivered("10:00").Delivered("10:01").Delivered("10:02");
        var result = script.Conclude();
        Assert.Equal(["all signing-missing"], result.Findings.Select(MailScript.Short));
        Assert.Equal(Verdict.NothingToDo, result.Verdict);
    }

    [Fact]
    public void A_listing_of_the_network_is_told_from_one_of_the_address()
    {
        var script = new MailScript().Bounced("10:00", "550 [ip-blocklisted] part of their network is on our block list (S3140)", Try.Microsoft);
        Assert.Equal(["microsoft network-blocklisted"], script.Conclude().Findings.Select(MailScript.Short));
    }

    [Fact]
    public void A_cause_that_gave_way_to_another_is_progress()
    {
        var script = new MailScript();
        for (var i = 0; i < 5; i++) script.Bounced($"10:0{i}", "550 [ip-reputation]");
        for (var i = 0; i < 5; i++) script.Bounced($"11:0{i}", "550 [spam-content]");
        var result = script.Conclude();
        Assert.Equal(["google spam-content", "google ip-reputation past", "google progress"], result.Findings.Select(MailScript.Short));
        Assert.Contains(new ReplyValue("from_cause", "ip-reputation"), result.Findings[2].Values);
    }

    [Fact]
    public void Where_mail_arrives_again_there_is_no_progress_left_to_make()
    {
        var script = new MailScript();
        for (var i = 0; i < 5; i++) script.Bounced($"10:0{i}", "550 [ip-reputation]");
        for (var i = 0; i < 5; i++) script.Bounced($"11:0{i}", "550 [spam-content]");
        for (var i = 0; i < 10; i++) script.Delivered($"12:0{i}");
        Assert.DoesNotContain(script.Conclude().Findings, finding => finding.Kind == "progress");
    }

    [Fact]
    public void What_the_server_complains_of_stands_alone_when_no_delivery_shows_it()
    {
        var script = new MailScript().Warned("10:00", "postfix/smtp", "warning: [local-config] mail loops").Warned("10:01", "postfix/smtpd", "warning: [local-config]");
        var result = script.Conclude();
        Assert.Equal(["all local-config"], result.Findings.Select(MailScript.Short));
        Assert.Single(result.Findings[0].Evidence);
    }

    [Fact]
    public void What_the_server_refused_to_take_counts_only_when_nothing_was_delivered()
    {
        const string Reject = "NOQUEUE: reject: RCPT from unknown[172.18.0.1]: 454 [relay-denied]; from=<a@b.example> to=<c@d.example>";
        Assert.Equal(["local relay-denied"], new MailScript().Warned("10:00", "postfix/smtpd", Reject).Conclude().Findings.Select(MailScript.Short));
        Assert.Empty(new MailScript().Warned("10:00", "postfix/smtpd", Reject).Delivered("10:01").Conclude().Findings);
    }

    [Fact]
    public void A_known_providers_name_that_is_not_found_is_our_resolvers_fault()
    {
        var none = new Try { Relay = "", IsRemote = false };
        Assert.Equal(Fault.Sender, new MailScript().Deferred("10:00", "450 [host-not-found]", none).Conclude().Findings[0].Fault);
        Assert.Equal(Fault.Recipient, new MailScript().Deferred("10:00", "450 [host-not-found]", none with { To = "x@gmial.example" }).Conclude().Findings[0].Fault);
    }

    private static Try Unreached(Try how) => how with { IsRemote = false };

    private static Try Login(string name) => new() { SubmitterKind = SubmitterKind.Authenticated, Submitter = name, To = $"{name.Length}@gmail.com" };
}
