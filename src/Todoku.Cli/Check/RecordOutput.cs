using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Checks.Publishing;
using Todoku.Diagnosis.Reports.Escaping;
using Todoku.Diagnosis.Reports.Publishing;
using Todoku.Diagnosis.Reports.Texts;

namespace Todoku.Cli.Check;

/// <summary>Prints the records to publish, and nothing else, so that the output can be redirected into a file.</summary>
internal sealed class RecordOutput(CliConsole console, CliTexts texts)
{
    private const string WebForm = "txt";

    /// <summary>The forms: those of name servers, and one to copy into web forms.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["bind", "nsd", WebForm];

    /// <summary>Prints them.</summary>
    /// <returns>The exit status.</returns>
    public int Write(PublicationPlan plan, string format)
    {
        var words = ReportTexts.Of(texts.Language).Publishing;
        if (plan.IsEmpty)
        {
            console.Error.WriteLine($"todoku: {texts.Waiting.NothingToPublish}");
            return ExitStatus.Fine;
        }
        console.Write(format == WebForm ? WebFormWriter.Write(plan, words) : MasterFileWriter.Write(plan, words));
        if (format != WebForm) return ExitStatus.Fine;
        // A form to fill in has no place for a comment.
        foreach (var (remark, command) in KeyCommand.RemarksOn(plan, words))
        {
            console.Error.WriteLine($"todoku: {VisibleText.Escape(remark)}");
            console.Error.WriteLine($"    {VisibleText.Escape(command)}");
        }
        return ExitStatus.Fine;
    }
}
