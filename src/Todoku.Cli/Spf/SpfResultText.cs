using Todoku.Authentication.Spf;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Text;
using Todoku.Mail.Internationalized;

namespace Todoku.Cli.Spf;

/// <summary>A result of SPF for a person: the verdict, what decided, each step, and what to do.</summary>
internal sealed class SpfResultText(TextCanvas canvas, CliTexts texts)
{
    private const int Indent = 2;

    // More than a person reads.
    private const int MaxSteps = 200;

    /// <summary>Writes it.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="result">What came out.</param>
    /// <param name="costs">What each term costs, where that is the trouble.</param>
    public void Write(SpfRequest request, SpfResult result, SpfLookupNode? costs)
    {
        var ink = result.Verdict switch { SpfVerdict.Pass => Ink.Good, SpfVerdict.Fail or SpfVerdict.PermError => Ink.Bad, _ => Ink.Doubtful };
        canvas.Paragraph(ReadableNames.In(texts.Spf.Heading(result.Verdict, request.Ip.ToString(), result.Domain)), 0, ink);
        canvas.Paragraph(texts.SpfReason.Of(result.Reason), Indent);
        if (result.Identity == SpfIdentity.Helo) canvas.Paragraph(texts.Spf.HeloChecked, Indent);
        if (result.Explanation is { Length: > 0 } explanation) canvas.Paragraph(texts.Spf.Explanation(explanation), Indent);
        WriteSteps(request, result);
        new SpfAdviceText(canvas, texts).Write(request, result, costs);
    }

    private void WriteSteps(SpfRequest request, SpfResult result)
    {
        if (result.Steps.Count == 0) return;
        canvas.Section(texts.Spf.Steps);
        var step = new SpfStepText(canvas, texts, request.Ip.IsIPv4MappedToIPv6 ? request.Ip.MapToIPv4().ToString() : request.Ip.ToString());
        for (var i = 0; i < result.Steps.Count; i++)
        {
            if (i == MaxSteps)
            {
                canvas.Line(texts.Spf.MoreSteps, Ink.Faint, Indent);
                break;
            }
            if (result.Steps[i].Outcome != SpfStepOutcome.Skipped)
            {
                step.Write(result.Steps[i]);
                continue;
            }
            // What was passed over of one record stands on one line.
            var end = i;
            while (end + 1 < result.Steps.Count && IsSkippedToo(result.Steps[end + 1], result.Steps[i])) end++;
            step.WriteSkipped(result.Steps[i].Depth, [.. result.Steps.Take(end + 1).Skip(i).Select(skipped => skipped.Term?.Text ?? "")]);
            i = end;
        }
        canvas.Line(texts.Spf.Counts(result.Lookups, result.VoidLookups), Ink.Faint, Indent);
    }

    private static bool IsSkippedToo(SpfStep step, SpfStep first) => step.Outcome == SpfStepOutcome.Skipped && step.Depth == first.Depth && step.Domain == first.Domain;
}
