using System.Text.Json;
using Todoku.Authentication.Spf;
using Todoku.Cli.Commands;
using Todoku.Cli.Dns;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports;
using Todoku.Diagnosis.Reports.Json;
using Todoku.Diagnosis.Reports.Text;
using Todoku.Mail;

namespace Todoku.Cli.Spf;

/// <summary>Runs <c>spf</c> for one client and sender.</summary>
internal sealed class SpfRun(CliConsole console, CliTexts texts, SpfEvaluator evaluator, DnsAccess dns)
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit status: 0 for pass and neutral, 3 when DNS gave no answer, 1 for all else.</returns>
    public int Run(SpfRequest request, bool isJson, bool noColor)
    {
        var run = dns.Begin();
        var result = evaluator.EvaluateAsync(request, run.Resolver, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        var costs = result.Reason is SpfReason.TooManyLookups && DomainName.TryParse(result.Domain, out var domain)
            ? new SpfLookupCounter(run.Resolver).CountAsync(domain, CancellationToken.None).AsTask().GetAwaiter().GetResult()
            : null;
        if (isJson) WriteJson(request, result, costs, run);
        else WriteText(request, result, costs, run, noColor);
        return result.Verdict switch
        {
            SpfVerdict.Pass or SpfVerdict.Neutral => ExitStatus.Fine,
            SpfVerdict.TempError => ExitStatus.Unreadable,
            _ => ExitStatus.Findings,
        };
    }

    private void WriteJson(SpfRequest request, SpfResult result, SpfLookupNode? costs, DnsRun run)
    {
        using (var json = new Utf8JsonWriter(console.Output, SafeJson.Indented))
        {
            json.WriteStartObject();
            SpfResultJson.Write(json, request, result, costs);
            run.WriteTrace(json);
            json.WriteEndObject();
        }
        console.Output.Write("\n"u8);
    }

    private void WriteText(SpfRequest request, SpfResult result, SpfLookupNode? costs, DnsRun run, bool noColor)
    {
        var canvas = new TextCanvas(new ReportLayout { Width = console.Width(), UseColour = console.IsOutputTerminal && console.MayColour(noColor) });
        new SpfResultText(canvas, texts).Write(request, result, costs);
        run.WriteTrace(canvas);
        console.Write(canvas.ToString());
    }
}
