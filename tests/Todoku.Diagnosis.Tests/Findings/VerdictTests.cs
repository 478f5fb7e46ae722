using System.Text;
using Todoku.Diagnosis.Reports;
using Todoku.Diagnosis.Reports.Content;
using Todoku.Diagnosis.Reports.Redaction;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Tests.Findings;

public class VerdictTests
{
    [Fact]
    public void Nothing_seen_is_not_enough_evidence()
    {
        var result = new MailScript().Conclude();
        Assert.Equal(Verdict.NotEnoughEvidence, result.Verdict);
        Assert.Null(result.Period);
        Assert.Empty(result.Findings);
        Assert.Empty(result.Providers);
        Assert.Empty(result.Plan);
    }

    [Fact]
    public void Delivery_lines_that_were_not_understood_allow_no_conclusion()
    {
        var result = new MailScript().Analyzer.Conclude(new Understanding(10, 0, 10, 4, 6, 0, []), [], TimeSpan.Zero);
        Assert.Equal(Verdict.NotUnderstood, result.Verdict);
    }

    [Fact]
    public void Mail_that_arrives_needs_nothing() => Assert.Equal(Verdict.NothingToDo, new MailScript().Delivered("10:00").Conclude().Verdict);

    [Fact]
    public void A_single_telling_reply_is_enough() => Assert.Equal(Verdict.ActionNeeded, new MailScript().Bounced("10:00", "550 [no-ptr]").Conclude().Verdict);

    [Theory]
    [InlineData("recipient-unknown")]
    [InlineData("mailbox-full")]
    [InlineData("recipient-refused")]
    public void Recipients_own_faults_are_shown_and_need_nothing(string cause)
    {
        var result = new MailScript().Bounced("10:00", $"550 [{cause}]").Conclude();
        Assert.Equal(Verdict.NothingToDo, result.Verdict);
        Assert.Equal([$"google {cause}"], result.Findings.Select(MailScript.Short));
        Assert.Equal(result.Providers[0].RecipientFaults, cause == "host-not-found" ? 0 : 1);
    }

    [Fact]
    public void Few_replies_that_tell_nothing_are_not_enough_evidence()
    {
        Assert.Equal(Verdict.NotEnoughEvidence, new MailScript().Bounced("10:00", "550 no").Conclude().Verdict);
    }

    [Theory]
    [InlineData("greylisted")]
    [InlineData("connection-timeout")]
    [InlineData("remote-error")]
    public void What_a_retry_mended_has_healed(string cause)
    {
        var message = new Try { Message = 7 };
        var result = new MailScript().Deferred("10:00", $"450 [{cause}]", message).Delivered("10:05", message).Conclude();
        Assert.Equal(Verdict.NothingToDo, result.Verdict);
        Assert.Equal([$"google {cause} past"], result.Findings.Select(MailScript.Short));
        Assert.Equal(0, result.Findings[0].Messages);
        Assert.Empty(result.Plan);
    }

    [Fact]
    public void A_delivery_to_another_recipient_of_the_message_mends_nothing()
    {
        var result = new MailScript().Deferred("10:00", "450 [greylisted]", new Try { Message = 7, To = "a@gmail.com" })
            .Delivered("10:05", new Try { Message = 7, To = "b@gmail.com" }).Conclude();
        Assert.Equal((1, 1), (result.Findings[0].Messages, result.Findings[0].Count));
        Assert.True(result.Findings[0].IsCurrent);
    }

    [Fact]
    public void A_case_that_closed_needs_nothing()
    {
        var script = new MailScript();
        for (var i = 0; i < 20; i++) script.Bounced($"10:{i:00}", "550 [spam-content]");
        for (var i = 0; i < 20; i++) script.Delivered($"11:{i:00}");
        var result = script.Conclude();
        Assert.Equal(Verdict.NothingToDo, result.Verdict);
        Assert.Equal(["google spam-content past"], result.Findings.Select(MailScript.Short));
    }

    [Fact]
    public void Delays_that_hit_again_and_again_need_an_act_though_all_arrives()
    {
        var script = new MailScript();
        for (ulong i = 0; i < 20; i++)
        {
            script.Deferred($"10:{i:00}", "421 [rate-limited]", new Try { Message = i }).Delivered($"10:{i:00}", new Try { Message = i });
        }
        Assert.Equal(Verdict.ActionNeeded, script.Conclude().Verdict);
    }

    [Fact]
    public void A_deferred_message_that_expires_has_failed_for_good()
    {
        var message = new Try { Message = 7 };
        var script = new MailScript().Deferred("10:00", "450 [connection-timeout]", message).Deferred("11:00", "450 [connection-timeout]", message);
        var provider = script.Expired("12:00", message with { IsEcho = true, To = "", Relay = "" }).Conclude().Providers.Single();
        Assert.Equal((2, 1, 1), (provider.Attempts, provider.Deferred, provider.Bounced));
    }

    [Fact]
    public void Only_mail_that_arrives_is_said_to_arrive()
    {
        Assert.Equal("Nothing to do: your mail arrives", Headline(new MailScript().Delivered("10:00")));

        var failing = new MailScript();
        for (var i = 0; i < 4; i++) failing.Deferred($"10:0{i}", "451 [remote-error]");
        Assert.Equal("Nothing for you to do: mail fails, but not by your doing", Headline(failing));

        var over = new MailScript();
        for (var i = 0; i < 5; i++) over.Bounced($"10:0{i}", "550 [no-ptr]");
        for (var i = 0; i < 10; i++) over.Delivered($"12:0{i}");
        Assert.Equal("Nothing to do: your mail arrives again", Headline(over));
        Assert.Contains("What was wrong", Text(over.Conclude()), StringComparison.Ordinal);
    }

    private static string Headline(MailScript script)
    {
        var result = script.Conclude();
        Assert.Equal(Verdict.NothingToDo, result.Verdict);
        return Text(result).Split('\n')[0][2..];
    }

    private static string Text(DiagnosisResult result)
    {
        using var output = new MemoryStream();
        var report = ReportBuilder.From(KnowledgeBase.LoadEmbedded(), Language.English, "1").Build(result, RedactionLevel.None);
        ReportFormat.Find("text")!.Write(report, output, new ReportLayout());
        return Encoding.UTF8.GetString(output.ToArray());
    }

    [Fact]
    public void The_words_for_programs_stay_out_of_the_report_for_people()
    {
        var script = new MailScript();
        for (var i = 0; i < 5; i++) script.Bounced($"10:0{i}", "550 [ip-reputation]");
        for (var i = 0; i < 5; i++) script.Bounced($"11:0{i}", "550 [spam-content]");
        using var output = new MemoryStream();
        var report = ReportBuilder.From(KnowledgeBase.LoadEmbedded(), Language.English, "1").Build(script.Conclude(), RedactionLevel.None);
        ReportFormat.Find("text")!.Write(report, output, new ReportLayout { Verbose = true });
        Assert.DoesNotContain("_cause", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }
}
