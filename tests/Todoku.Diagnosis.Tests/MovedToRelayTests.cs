using System.Runtime.CompilerServices;
using Todoku.Knowledge;
using Todoku.Logs;
using Todoku.Logs.Sources;

namespace Todoku.Diagnosis.Tests;

/// <summary>The logs of a web server whose address Google refuses, and of the Todoku relay that its mail was moved to at 02:20 UTC, up to several points of the story.</summary>
public sealed class MovedToRelayTests
{
    private static readonly KnowledgeBase Knowledge = KnowledgeBase.LoadEmbedded();

    [Fact]
    public void Before_the_relay_has_delivered_it_is_the_relay_s_refusals_that_are_left()
    {
        var result = Diagnose("2026-11-25T02:39:00Z");

        Assert.Equal(Verdict.ActionNeeded, result.Verdict);
        Assert.Equal(["google return-path-mismatch", "google spam-content", "google ip-reputation past", "google progress"], result.Findings.Select(MailScript.Short));
    }

    [Fact]
    public void When_the_relay_has_delivered_all_of_it_is_over_and_the_report_says_by_what()
    {
        var result = Diagnose("2026-11-25T05:10:00Z");

        Assert.Equal(Verdict.NothingToDo, result.Verdict);
        Assert.Equal(["google ip-reputation past", "google return-path-mismatch past", "google spam-content past"], result.Findings.Select(MailScript.Short));
        Assert.Equal((6, 6, "relay.example.net"), ProofOf(result));
        Assert.Equal("2026-11-25 02:40", $"{result.Findings[0].Recovery?.Since:yyyy-MM-dd HH:mm}");
    }

    [Fact]
    public void A_path_that_is_refused_is_told_with_its_state_and_its_proof_while_another_carries_the_mail()
    {
        var result = Diagnose("2026-11-25T08:00:00Z");

        Assert.Equal(Verdict.NothingToDo, result.Verdict);
        var path = Assert.Single(result.Findings, finding => finding.IsCurrent);
        Assert.Equal(("path-suspended", Cause.IpReputation, "google"), (path.Kind, path.Cause, path.Provider?.Id));
        Assert.Equal("2026-11-25 07:20", $"{path.Since:yyyy-MM-dd HH:mm}");
        Assert.Equal(["path first", "until 2026-11-25 08:20 UTC", "refusals 1"], path.Values.Select(value => $"{value.Name} {value.Value}"));
        Assert.Contains("very low reputation of the sending IP", Assert.Single(path.Evidence), StringComparison.Ordinal);
    }

    [Fact]
    public void One_refusal_that_the_relay_went_round_changes_nothing()
    {
        var result = Diagnose("2026-11-25T23:00:00Z");

        Assert.Equal(Verdict.NothingToDo, result.Verdict);
        Assert.Equal(["google path-opening"], result.Findings.Where(finding => finding.IsCurrent).Select(MailScript.Short));
        Assert.Equal((2, 2, "relay.example.net"), ProofOf(result));
    }

    private static (long, long, string)? ProofOf(DiagnosisResult result) =>
        result.Findings[0].Recovery is { } proof ? (proof.Delivered, proof.Relayed, proof.Relay) : null;

    private static DiagnosisResult Diagnose(string until, [CallerFilePath] string here = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(here) ?? "", "Cases", "MovedToRelay");
        var chains = new[] { "mail.log", "relay.log" }.Select(name => Path.Combine(folder, name)).Select(path =>
            new LogChain([new LogFile(path, new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.Zero), new FileInfo(path).Length, () => File.OpenRead(path))]));
        var analyzer = new DeliveryAnalyzer(Knowledge, new AnalyzerOptions());
        var options = new LogReaderOptions { Zone = TimeZoneInfo.Utc, Until = DateTimeOffset.Parse(until, System.Globalization.CultureInfo.InvariantCulture) };
        var read = new LogReader(analyzer, options).Read(new LogPlan([.. chains], []), null, CancellationToken.None);
        Assert.Equal(read.MailLines, read.UnderstoodLines);
        return analyzer.Conclude(new Understanding(read.Lines, read.Duplicates, read.MailLines, read.UnderstoodLines, read.DeliveryLines, read.UnderstoodDeliveryLines, []), [], TimeSpan.Zero);
    }
}
