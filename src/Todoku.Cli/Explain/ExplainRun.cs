using System.Text;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Cli.Explain;

/// <summary>Runs <c>explain</c> for one text.</summary>
internal sealed class ExplainRun(CliConsole console, CliTexts texts, ExplainOptions options)
{
    private const int MaxInput = 1_000_000;

    /// <summary>Runs it.</summary>
    /// <returns>The exit status: 0 when the text was understood, 3 when not.</returns>
    public int Run()
    {
        var text = PastedText.Choose(options.Text.Length > 0 ? options.Text : ReadInput());
        if (text.Length == 0) throw new UsageException(texts.Usage.NoText, CommandExamples.Explain);
        var explanation = new Explainer(KnowledgeChoice.Load(options.Knowledge), texts.Language).Explain(text, options.Relay);
        if (options.Json) ExplanationJson.Write(explanation, console.Output);
        else console.Write(new ExplanationText(texts, Layout()).Write(explanation));
        return explanation.Reading.Cause == Cause.Unknown && explanation.Status != DeliveryStatus.Delivered ? ExitStatus.Unreadable : ExitStatus.Fine;
    }

    private string ReadInput()
    {
        if (console.InputKind == StreamKind.Terminal) return "";
        using var input = console.OpenInput();
        var bytes = new byte[MaxInput];
        var length = input.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return Encoding.UTF8.GetString(bytes.AsSpan(0, length));
    }

    private ReportLayout Layout() => new()
    {
        Width = console.Width(),
        UseColour = console.IsOutputTerminal && console.MayColour(options.NoColor),
    };
}
