using System.Text;
using Todoku.Diagnosis.Reports.Content;
using Todoku.Diagnosis.Reports.Escaping;
using Todoku.Diagnosis.Reports.Texts;

namespace Todoku.Diagnosis.Reports.Markdown;

/// <summary>The table of providers, and the phases of those that had failures.</summary>
internal static class MarkdownProviders
{
    public static void Write(StringBuilder text, Report report)
    {
        var (label, providers) = (report.Texts.Label, report.Result.Providers);
        if (providers.Count == 0) return;
        text.Append($"\n## {label.Providers}\n\n");
        text.Append($"| {label.Provider} | {label.Attempts} | {label.Delivered} | {label.Deferred} | {label.Bounced} | {label.FailedShare} | {label.MainCause} |\n");
        text.Append("| --- | ---: | ---: | ---: | ---: | ---: | --- |\n");
        foreach (var provider in providers) text.Append(Row(provider, report.Texts));
        foreach (var provider in providers.Where(p => p.Phases.Any(phase => phase.Cause is not null))) WritePhases(text, report, provider);
    }

    private static string Row(ProviderSummary provider, ReportTexts texts)
    {
        var share = provider.Attempts == 0 ? 0 : (double)(provider.Deferred + provider.Bounced) / provider.Attempts;
        var cause = provider.Causes is [var first, ..] ? texts.Cause.Of(first.Cause) : "";
        return $"| {MarkdownText.Escape(provider.Provider.Name(texts.Language))} | {Figures.Number(provider.Attempts)} | {Figures.Number(provider.Delivered)} "
            + $"| {Figures.Number(provider.Deferred)} | {Figures.Number(provider.Bounced)} | {texts.Count.Percent(share)} | {MarkdownText.Escape(cause)} |\n";
    }

    private static void WritePhases(StringBuilder text, Report report, ProviderSummary provider)
    {
        var texts = report.Texts;
        text.Append($"\n### {MarkdownText.Escape(texts.Label.Pair(texts.Label.Phases, provider.Provider.Name(texts.Language)))}\n\n");
        text.Append($"| {texts.Label.When} | {texts.Label.What} | {texts.Label.Failed} | {texts.Label.Delivered} |\n| --- | --- | ---: | ---: |\n");
        foreach (var phase in provider.Phases)
        {
            var what = phase.Cause is { } cause ? texts.Cause.Of(cause) : texts.Label.Delivered;
            var when = report.Clock.Stretch(phase.From, phase.To, phase.IsCurrent);
            text.Append($"| {when} | {MarkdownText.Escape(what)} | {Figures.Number(phase.Failed)} | {Figures.Number(phase.Delivered)} |\n");
        }
    }
}
