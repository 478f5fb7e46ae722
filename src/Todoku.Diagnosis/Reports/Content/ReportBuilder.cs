using Todoku.Diagnosis.Reports.Redaction;
using Todoku.Diagnosis.Reports.Texts;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Reports.Content;

/// <summary>Makes a <see cref="Report"/> of a diagnosis: looks up the texts of its articles and steps and fills in their values.</summary>
/// <param name="findArticle">Finds an article by id, null when there is none.</param>
/// <param name="findStep">Finds a step by id, null when there is none.</param>
/// <param name="texts">The language.</param>
/// <param name="version">The program's version.</param>
public sealed class ReportBuilder(Func<string, Article?> findArticle, Func<string, Step?> findStep, ReportTexts texts, string version)
{
    /// <summary>A builder that takes its texts from a knowledge base.</summary>
    public static ReportBuilder From(KnowledgeBase knowledge, Language language, string version) => new(
        id => knowledge.FindArticle(id, language),
        id => knowledge.FindStep(id, language),
        ReportTexts.Of(language),
        version);

    /// <summary>Makes the report.</summary>
    /// <param name="result">The diagnosis.</param>
    /// <param name="redaction">What of it must not be shown.</param>
    public Report Build(DiagnosisResult result, RedactionLevel redaction)
    {
        if (redaction != RedactionLevel.None) result = new ResultRedactor(redaction).Redact(result);
        var findings = result.Findings.Select((finding, index) => BuildFinding(result, finding, index)).ToArray();
        var clock = new ReportClock(result.Period, texts.Time);
        return new Report
        {
            Result = result,
            Texts = texts,
            Headline = new HeadlineBuilder(texts, clock).Build(result, findings),
            Findings = findings,
            Plan = [.. result.Plan.Select((step, index) => BuildPlanStep(result, step, index + 1)).OfType<ReportStep>()],
            Clock = clock,
            Version = version,
        };
    }

    private ReportFinding BuildFinding(DiagnosisResult result, Finding finding, int index)
    {
        var article = findArticle(finding.Article) ?? findArticle(finding.Cause.Id);
        var template = new TextTemplate(ValuesOf(finding), texts.Value);
        var explainedBy = result.Findings.Index().Where(other => other.Item.Explains.Contains(index)).Select(other => other.Index + 1);
        var steps = finding.Steps.Select((id, at) => BuildStep(id, template, at + 1, [index + 1])).OfType<ReportStep>();
        return new ReportFinding(
            index + 1,
            finding,
            template.Fill(article?.Title ?? texts.Cause.Of(finding.Cause)),
            template.Fill(article?.Means ?? ""),
            template.Fill(article?.Verify ?? ""),
            [.. steps],
            [.. explainedBy]);
    }

    private ReportStep? BuildPlanStep(DiagnosisResult result, PlanStep step, int number)
    {
        var findings = step.Findings.Where(index => index >= 0 && index < result.Findings.Count).ToArray();
        var values = findings.Aggregate(step.Values.AsEnumerable(), (all, index) => all.Concat(ValuesOf(result.Findings[index])));
        return BuildStep(step.StepId, new TextTemplate([.. values], texts.Value), number, [.. findings.Select(index => index + 1)]);
    }

    private ReportStep? BuildStep(string id, TextTemplate template, int number, IReadOnlyList<int> findings) => findStep(id) is { } step
        ? new ReportStep(
            number, id, step.Group, template.Fill(step.Do), template.Fill(step.Why), template.Fill(step.Verify), template.Fill(step.IfRefused), findings)
        : null;

    // The reply's own values first; what the log tells of the sender fills the rest.
    private IReadOnlyList<ReplyValue> ValuesOf(Finding finding) =>
    [
        .. finding.Values,
        new ReplyValue(ReplyValueNames.Ip, finding.Identity.SendingIp),
        new ReplyValue("provider", finding.Provider?.Name(texts.Language) ?? texts.Label.AllProviders),
        new ReplyValue("host", finding.Identity.Host),
        new ReplyValue("sender_domain", finding.Identity.RecordDomain),
        new ReplyValue("submitter", texts.Value.Submitter(finding.Identity.Submitter)),
        new ReplyValue("relay", finding.Identity.Relay),
        new ReplyValue(ReplyValueNames.DkimDomain, finding.Identity.DkimDomain),
        new ReplyValue(ReplyValueNames.DkimSelector, finding.Identity.DkimSelector),
    ];
}
