using Todoku.Diagnosis.Reports.Content;
using Todoku.Diagnosis.Reports.Html;
using Todoku.Diagnosis.Reports.Json;
using Todoku.Diagnosis.Reports.Markdown;
using Todoku.Diagnosis.Reports.Text;

namespace Todoku.Diagnosis.Reports;

/// <summary>A form in which reports are written. A new one is a folder beside this file and a line in <see cref="All"/>.</summary>
public abstract class ReportFormat
{
    /// <summary>All formats; the first is the default.</summary>
    public static IReadOnlyList<ReportFormat> All { get; } = [new TextReport(), new JsonReport(), new MarkdownReport(), new HtmlReport()];

    /// <summary>The name on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>Writes a report as UTF-8.</summary>
    public abstract void Write(Report report, Stream output, ReportLayout layout);

    /// <summary>Finds a format by its name; null when there is none.</summary>
    public static ReportFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}
