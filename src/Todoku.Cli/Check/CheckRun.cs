using System.Text.Json;
using Todoku.Authentication.MtaSts;
using Todoku.Cli.Commands;
using Todoku.Cli.Dns;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Publishing;
using Todoku.Diagnosis.Reports;
using Todoku.Diagnosis.Reports.Checks;
using Todoku.Diagnosis.Reports.Json;
using Todoku.Diagnosis.Reports.Text;
using Todoku.Diagnosis.Reports.Texts;
using Todoku.Dns;
using Todoku.Knowledge;

namespace Todoku.Cli.Check;

/// <summary>Runs <c>check</c>: finds out whose mail it is, runs the checklist, reports.</summary>
internal sealed class CheckRun(CliConsole console, CliTexts texts, CheckOptions options, DnsAccess dns)
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit status: 1 when there is a problem, 3 when DNS left nearly everything open.</returns>
    public int Run()
    {
        using var interruption = Interruption.Listen(() => console.Error.WriteLine($"todoku: {texts.Waiting.Stopping}"));
        var knowledge = KnowledgeChoice.Load(options.Knowledge);
        var run = dns.Begin();
        var subject = new SubjectFinder(console, texts, options, knowledge, run.Resolver).FindAsync(interruption.Token).GetAwaiter().GetResult();
        var (context, results) = CheckAll(subject, run.Resolver, knowledge, interruption.Token);
        var isLate = false;
        if (options.Publish.Length > 0 || options.Wait)
        {
            var plan = PublicationPlanner.PlanAsync(context, results, interruption.Token).GetAwaiter().GetResult();
            if (options.Publish.Length > 0) return new RecordOutput(console, texts).Write(plan, options.Publish);
            if (plan.Changes.Count > 0)
            {
                isLate = new RecordWait(console, texts).RunAsync(plan, dns.NameServers, options.Timeout, interruption.Token).GetAwaiter().GetResult() != WatchOutcome.Visible;
                // Once more, without the answers from before the change.
                run = dns.Renew().Begin();
                (_, results) = CheckAll(subject, run.Resolver, knowledge, interruption.Token);
            }
        }
        var report = new CheckReportBuilder(knowledge, texts.Language, TodokuCommand.Version).Build(
            subject.Domain.ToString(), SubjectFacts.Of(subject, ReportTexts.Of(texts.Language)), SubjectFacts.ValuesOf(subject), results);
        if (options.Json) WriteJson(report, subject, run);
        else WriteText(report, run);
        return isLate || report.Count(CheckStatus.Problem) > 0 ? ExitStatus.Findings : report.IsInconclusive ? ExitStatus.Unreadable : ExitStatus.Fine;
    }

    private (CheckContext Context, IReadOnlyList<CheckResult> Results) CheckAll(CheckSubject subject, IDnsResolver resolver, KnowledgeBase knowledge, CancellationToken cancellationToken)
    {
        using var policies = new HttpPolicyFetcher(resolver, console.Time);
        var context = new CheckContext(subject, resolver, knowledge, console.Time) { Policies = policies };
        return (context, CheckRunner.RunAllAsync(context, cancellationToken).GetAwaiter().GetResult());
    }

    private void WriteText(CheckReport report, DnsRun run)
    {
        var canvas = new TextCanvas(new ReportLayout { Width = console.Width(), UseColour = console.IsOutputTerminal && console.MayColour(options.NoColor), Verbose = options.Verbose });
        CheckTextReport.Write(canvas, report);
        run.WriteTrace(canvas);
        console.Write(canvas.ToString());
    }

    private void WriteJson(CheckReport report, CheckSubject subject, DnsRun run)
    {
        using (var json = new Utf8JsonWriter(console.Output, SafeJson.Indented))
        {
            json.WriteStartObject();
            json.WriteString("schema"u8, "todoku/check/1"u8);
            SubjectJson.Write(json, subject);
            CheckJsonReport.WriteProperties(json, report);
            run.WriteTrace(json);
            json.WriteEndObject();
        }
        console.Output.Write("\n"u8);
    }
}
