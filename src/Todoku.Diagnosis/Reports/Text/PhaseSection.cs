using Todoku.Diagnosis.Reports.Content;
using Todoku.Diagnosis.Reports.Texts;

namespace Todoku.Diagnosis.Reports.Text;

/// <summary>How it went at the first finding's provider (at all that had failures when verbose): one line per phase.</summary>
internal static class PhaseSection
{
    private const int Indent = 3;
    private const int ShortCount = 4;

    public static void Write(TextCanvas canvas, Report report)
    {
        var told = report.Result.Providers.Where(provider => IsTold(canvas, report, provider)).ToArray();
        foreach (var provider in told)
        {
            var label = report.Texts.Label;
            canvas.Section(label.Pair(label.Phases, provider.Provider.Name(report.Texts.Language)));
            // The last ones tell what is now; what is left out came before.
            var phases = canvas.Verbose ? provider.Phases : [.. provider.Phases.TakeLast(ShortCount)];
            if (phases.Count < provider.Phases.Count) canvas.Line("…", Ink.Faint, Indent);
            var width = phases.Max(phase => Columns.Of(StretchOf(report, phase)));
            foreach (var phase in phases) WritePhase(canvas, report, phase, width);
        }
    }

    // One phase alone says no more than the finding does.
    private static bool IsTold(TextCanvas canvas, Report report, ProviderSummary provider)
    {
        if (provider.Phases.Count < 2) return false;
        if (canvas.Verbose) return provider.Phases.Any(phase => phase.Cause is not null);
        return report.Findings is [var first, ..] && first.Finding.Provider?.Id == provider.Provider.Id;
    }

    private static void WritePhase(TextCanvas canvas, Report report, Phase phase, int width)
    {
        var texts = report.Texts;
        if (canvas.IsNarrow) canvas.Write(Columns.Spaces(Indent)).Write(StretchOf(report, phase)).EndLine();
        canvas.Write(Columns.Spaces(Indent)).Write(canvas.IsNarrow ? Columns.Spaces(2) : Columns.Left(StretchOf(report, phase), width + 2));
        if (phase.Cause is { } cause) canvas.Write(texts.Cause.Of(cause), phase.IsCurrent ? Ink.Bad : Ink.Doubtful).Write($"  {texts.Count.Failed(phase.Failed)}", Ink.Faint);
        else canvas.Write(texts.Label.Delivered, Ink.Good).Write($"  {Figures.Number(phase.Delivered)}", Ink.Faint);
        canvas.EndLine();
    }

    private static string StretchOf(Report report, Phase phase) => report.Clock.Stretch(phase.From, phase.To, phase.IsCurrent);
}
