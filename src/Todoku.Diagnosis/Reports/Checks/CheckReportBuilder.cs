using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Plans;
using Todoku.Diagnosis.Reports.Content;
using Todoku.Diagnosis.Reports.Texts;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Reports.Checks;

/// <summary>Makes a <see cref="CheckReport"/>: looks up the texts of results and steps and fills in their values.</summary>
public sealed class CheckReportBuilder(KnowledgeBase knowledge, Language language, string version)
{
    private readonly ReportTexts _texts = ReportTexts.Of(language);

    /// <summary>Makes the report.</summary>
    /// <param name="title">What was checked.</param>
    /// <param name="facts">What is known of the sender.</param>
    /// <param name="values">What steps may name in placeholders beside the values of their own point: the sender's domain, host and address.</param>
    /// <param name="results">The results.</param>
    public CheckReport Build(string title, IReadOnlyList<(string Label, string Value)> facts, IReadOnlyList<ReplyValue> values, IReadOnlyList<CheckResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        ReportCheck[] checks = [.. results.Select((result, index) => Build(result, values, index + 1))];
        return new CheckReport
        {
            Title = title,
            Facts = facts,
            Checks = checks,
            Plan = Plan(checks),
            Texts = _texts,
            Version = version,
        };
    }

    private ReportCheck Build(CheckResult result, IReadOnlyList<ReplyValue> values, int number)
    {
        var article = knowledge.FindArticle(result.Article, language);
        var template = new TextTemplate([.. ListingText.Resolve(result.Values, knowledge, language), .. values], _texts.Value);
        // Steps are for what is to be changed; a point that is well or not known keeps its texts short, and one that follows from another is mended there.
        var ids = result is { Status: CheckStatus.Problem or CheckStatus.Warning, FollowsFrom.Count: 0 } ? result.Steps ?? article?.Steps ?? [] : [];
        return new ReportCheck(
            number,
            result,
            template.Fill(article?.Title ?? $"{result.Check}: {result.Outcome}"),
            template.Fill(article?.Means ?? ""),
            template.Fill(article?.Verify ?? ""),
            article?.Cause ?? Cause.Unknown,
            article?.Fault ?? Fault.Sender,
            [.. ids.Select((id, at) => Step(id, template, result.Records, at + 1, number)).OfType<ReportStep>()]);
    }

    private ReportStep? Step(string id, TextTemplate template, IReadOnlyList<PublishedRecord> records, int place, int number)
    {
        if (knowledge.FindStep(id, language) is not { } step) return null;
        var text = StepRecordText.With(id, template.Fill(step.Do), records);
        return new ReportStep(place, id, step.Group, text, template.Fill(step.Why), template.Fill(step.Verify), template.Fill(step.IfRefused), [number]) { Records = StepRecordText.Takes(id) ? records : [] };
    }

    // Problems before warnings within each kind of change; a step that several points name is taken once.
    private static List<ReportStep> Plan(IEnumerable<ReportCheck> checks)
    {
        var steps = new List<ReportStep>();
        foreach (var check in checks.OrderBy(check => check.Result.Status))
        {
            foreach (var step in check.Steps)
            {
                var known = steps.FindIndex(other => other.Id == step.Id && other.Do == step.Do);
                if (known < 0) steps.Add(step);
                else steps[known] = steps[known] with { Findings = [.. steps[known].Findings, check.Number] };
            }
        }
        return [.. steps.OrderBy(step => PlanOrder.PlaceOf(step.Group)).Select((step, index) => step with { Number = index + 1 })];
    }
}
