using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports;
using Todoku.Diagnosis.Reports.Text;
using Todoku.Diagnosis.Reports.Texts;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Cli.Explain;

/// <summary>An explanation for a person.</summary>
internal sealed class ExplanationText(CliTexts texts, ReportLayout layout)
{
    private const int Indent = 2;

    private readonly ReportTexts _report = ReportTexts.Of(texts.Language);
    private readonly TextCanvas _canvas = new(layout);

    /// <summary>Writes it.</summary>
    public string Write(Explanation explanation)
    {
        var isDelivered = explanation.Status == DeliveryStatus.Delivered;
        WriteHeading(explanation, isDelivered);
        _canvas.Section(texts.Explain.Reply);
        foreach (var line in LineWrap.Lines(Todoku.Diagnosis.Reports.Escaping.VisibleText.Escape(explanation.Reply), _canvas.Width - Indent - 2))
            _canvas.Write(Columns.Spaces(Indent)).Write("│ ", Ink.Faint).Write(line).EndLine();
        if (isDelivered) return _canvas.ToString();
        WriteValues(explanation);
        if (explanation.Means.Length > 0)
        {
            _canvas.Section(texts.Explain.Meaning);
            _canvas.Paragraph(explanation.Means, Indent);
        }
        if (explanation.Steps.Count > 0)
        {
            _canvas.Section(texts.Explain.Steps);
            foreach (var step in explanation.Steps) PlanSection.WriteAll(_canvas, _report, step);
        }
        if (explanation.Verify.Length > 0) _canvas.Paragraph(_report.Label.Pair(_report.Label.Verify, explanation.Verify), 0);
        _canvas.Line(texts.Explain.Rule(explanation.Reading.RuleId), Ink.Faint);
        return _canvas.ToString();
    }

    private void WriteHeading(Explanation explanation, bool isDelivered)
    {
        var reading = explanation.Reading;
        var provider = reading.Provider.Id.Length > 0 ? reading.Provider.Name(texts.Language) : texts.Explain.UnknownServer;
        if (isDelivered)
        {
            _canvas.Paragraph(texts.Explain.Delivered(provider), 0, Ink.Good);
            return;
        }
        if (reading.Cause == Cause.Unknown)
        {
            _canvas.Paragraph(texts.Explain.NotUnderstood, 0, Ink.Doubtful);
            _canvas.Paragraph(texts.Explain.NotUnderstoodAdvice, Indent);
            return;
        }
        var cause = _report.Cause.Of(reading.Cause);
        _canvas.Paragraph(explanation.IsLocal ? texts.Explain.OwnWords(cause) : texts.Explain.Says(provider, cause), 0, Ink.Bad);
        _canvas.Paragraph(explanation.Title, Indent, Ink.Strong);
        _canvas.Paragraph(_report.Headline.WhoseDoing(_report.Fault.Long(explanation.Fault)), Indent);
        _canvas.Paragraph(reading.IsTemporary ? texts.Explain.Temporary : texts.Explain.Permanent, Indent);
    }

    private void WriteValues(Explanation explanation)
    {
        if (explanation.Values.Count == 0) return;
        _canvas.Section(texts.Explain.Values);
        var width = explanation.Values.Max(value => Columns.Of(_report.Value.Of(value.Name)));
        foreach (var value in explanation.Values)
            _canvas.Write(Columns.Spaces(Indent)).Write(Columns.Left(_report.Value.Of(value.Name), width + 2), Ink.Faint).Write(value.Value).EndLine();
    }
}
