using Todoku.Cli.Dns;
using Todoku.Cli.Terminal;
using Todoku.Diagnosis;
using Todoku.Diagnosis.Reports;
using Todoku.Diagnosis.Reports.Content;
using Todoku.Diagnosis.Reports.Json;
using Todoku.Diagnosis.Reports.Text;

namespace Todoku.Cli.Diagnose;

/// <summary>Writes the report to where it was asked for, and, while following, findings by themselves.</summary>
internal sealed class ReportOutput(CliConsole console, DiagnoseOptions options, ReportBuilder builder)
{
    private const string Json = "json";
    private const string Text = "text";

    /// <summary>Finds out before a long reading whether the report can be written where it was asked for.</summary>
    /// <exception cref="IOException">It can't.</exception>
    /// <exception cref="UnauthorizedAccessException">No permission.</exception>
    public static void Check(string? path)
    {
        if (path is null) return;
        var isNew = !Path.Exists(path);
        // What is there without a length may be a pipe, whose reader would take this opening for all.
        if (!isNew && new FileInfo(path) is { Exists: true, Length: 0 }) return;
        using (File.Open(path, FileMode.OpenOrCreate, FileAccess.Write)) { }
        if (isNew) File.Delete(path);
    }

    /// <summary>Writes the whole report.</summary>
    /// <param name="result">The diagnosis.</param>
    /// <param name="dns">What DNS was asked, for <c>--trace</c>: behind a report for people on standard output, else on standard error.</param>
    public void Write(DiagnosisResult result, DnsRun? dns = null)
    {
        var report = builder.Build(result, options.Redaction);
        if (options.Output is not { } path)
        {
            options.Format.Write(report, console.Output, Layout(console.IsOutputTerminal));
            if (options.Format.Name == Text) console.Write(TraceOf(dns));
            else console.Error.Write(TraceOf(dns));
            return;
        }
        console.Error.Write(TraceOf(dns));
        using var file = File.Create(path);
        options.Format.Write(report, file, Layout(isTerminal: false));
    }

    /// <summary>Writes what there is when following begins: the report, or for programs each finding as a line of JSON.</summary>
    public void WriteFirst(DiagnosisResult result)
    {
        if (options.Format.Name == Json) WriteFindings(result, [.. Enumerable.Range(0, result.Findings.Count)]);
        else Write(result);
    }

    /// <summary>Writes some findings.</summary>
    public void WriteFindings(DiagnosisResult result, IReadOnlyList<int> indexes)
    {
        var report = builder.Build(result, options.Redaction);
        foreach (var index in indexes)
        {
            if (options.Format.Name == Json) FindingJson.WriteLine(report.Findings[index], console.Output);
            else console.Write(FindingSection.WriteAlone(report, report.Findings[index], Layout(console.IsOutputTerminal)));
        }
    }

    private string TraceOf(DnsRun? dns)
    {
        var canvas = new TextCanvas(Layout(console.IsOutputTerminal && options.Output is null));
        dns?.WriteTrace(canvas);
        return canvas.ToString();
    }

    private ReportLayout Layout(bool isTerminal) => new()
    {
        Width = isTerminal ? console.Width() : ReportLayout.DefaultWidth,
        UseColour = isTerminal && console.MayColour(options.NoColor),
        Verbose = options.Verbose,
    };
}
