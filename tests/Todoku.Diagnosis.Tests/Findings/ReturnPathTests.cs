namespace Todoku.Diagnosis.Tests.Findings;

public class ReturnPathTests
{
    [Theory]
    [InlineData("apache@web1.hosting.example", "web1")]
    [InlineData("shop@web1.hosting.example", "web1")]
    [InlineData("shop@web1.hosting.example", "WEB1.hosting.example")]
    [InlineData("shop@site7.web1.hosting.example", "web1.hosting.example")]
    [InlineData("www-data@vps4711.hosting.example", "elsewhere")]
    [InlineData("root@localhost", "web1")]
    [InlineData("wordpress@web1.localdomain", "")]
    [InlineData("app@76b83c891167", "76b83c891167")]
    public void The_hosts_own_name_explains_mail_that_is_called_spam(string from, string host)
    {
        var script = new MailScript();
        for (var i = 0; i < 4; i++) script.Bounced($"10:0{i}", "550 [spam-content]", new Try { From = from, Host = host });
        var result = script.Conclude();
        Assert.Equal(["google return-path-mismatch", "google spam-content"], result.Findings.Select(MailScript.Short));
        Assert.Equal([1], result.Findings[0].Explains);
        Assert.Equal(4, result.Findings[0].Messages);
    }

    [Theory]
    [InlineData("info@example.com", "web1")]
    [InlineData("info@example.com", "example.com")]
    [InlineData("root@example.com", "web1")]
    [InlineData("news@mail.example.com", "web1")]
    [InlineData("", "web1")]
    public void A_domain_that_people_write_as_is_no_mismatch(string from, string host)
    {
        var script = new MailScript();
        for (var i = 0; i < 4; i++) script.Bounced($"10:0{i}", "550 [spam-content]", new Try { From = from, Host = host });
        Assert.Equal(["google spam-content"], script.Conclude().Findings.Select(MailScript.Short));
    }

    [Theory]
    [InlineData("ip-reputation")]
    [InlineData("no-ptr")]
    [InlineData("recipient-unknown")]
    public void Is_not_raised_for_what_it_can_not_bring_about(string cause)
    {
        var script = new MailScript().Bounced("10:00", $"550 [{cause}]", new Try { From = "root@web1.example.com" });
        Assert.Equal([$"google {cause}"], script.Conclude().Findings.Select(MailScript.Short));
    }

    [Theory]
    [InlineData("unauthenticated")]
    [InlineData("sender-rejected")]
    [InlineData("dmarc-fail")]
    public void A_fault_that_the_reply_names_stays_first(string cause)
    {
        var script = new MailScript().Bounced("10:00", $"550 [{cause}]", new Try { From = "www-data@web1.example.com" });
        Assert.Equal([$"google {cause}", "google return-path-mismatch"], script.Conclude().Findings.Select(MailScript.Short));
    }

    [Fact]
    public void Cron_mail_that_arrives_proves_that_it_is_no_problem()
    {
        var script = new MailScript();
        var cron = new Try { From = "root@web1.example.com" };
        for (var i = 0; i < 30; i++) script.Delivered($"10:{i:00}", cron);
        script.Bounced("11:00", "550 [spam-content]", cron);
        Assert.DoesNotContain(script.Conclude().Findings, finding => finding.Kind == "return-path-mismatch");
    }

    [Fact]
    public void Does_not_explain_what_mostly_hits_other_senders()
    {
        var script = new MailScript();
        for (var i = 0; i < 9; i++) script.Bounced($"10:0{i}", "550 [spam-content]");
        script.Bounced("11:00", "550 [spam-content]", new Try { From = "root@web1.example.com" });
        Assert.Equal(["google spam-content"], script.Conclude().Findings.Select(MailScript.Short));
    }
}
