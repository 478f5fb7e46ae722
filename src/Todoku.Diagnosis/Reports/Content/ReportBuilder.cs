using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Findings;
using Todoku.Diagnosis.Plans;
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
        var values = ValuesOf(finding);
        var template = new TextTemplate(values, texts.Value);
        var explainedBy = result.Findings.Index().Where(other => other.Item.Explains.Contains(index)).Select(other => other.Index + 1);
        var steps = finding.Steps.Select((id, at) => BuildStep(id, values, RecordsOf(finding, id), at + 1, [index + 1])).OfType<ReportStep>();
        return new ReportFinding(
            index + 1,
            finding,
            template.Fill(article?.Title ?? texts.Cause.Of(finding.Cause)),
            template.Fill(article?.Means ?? ""),
            template.Fill(article?.Verify ?? ""),
            [.. steps],
            [.. explainedBy],
            [.. finding.Facts.Select(BuildFact)])
        {
            Conclusion = ConclusionOf(finding),
        };
    }

    // What the receiver says and what DNS shows of the network come together in one sentence.
    private string ConclusionOf(Finding finding) =>
        finding.Kind == Situations.NetworkBlocklisted && finding.Facts.FirstOrDefault(fact => fact.IsTelling && fact.Result.Article == finding.Article) is { } listing
            ? texts.Fact.FaultOfNetwork(finding.Provider?.Name(texts.Language) ?? "", finding.Cause == Cause.IpReputation, BuildFact(listing).Title)
            : "";

    private ReportStep? BuildPlanStep(DiagnosisResult result, PlanStep step, int number)
    {
        var findings = step.Findings.Where(index => index >= 0 && index < result.Findings.Count).ToArray();
        var values = findings.Aggregate(step.Values.AsEnumerable(), (all, index) => all.Concat(ValuesOf(result.Findings[index])));
        return BuildStep(step.StepId, [.. values], step.Records, number, [.. findings.Select(index => index + 1)]);
    }

    private ReportFact BuildFact(FindingFact fact)
    {
        var article = findArticle(fact.Result.Article);
        return new ReportFact(fact, new TextTemplate(fact.Result.Values, texts.Value).Fill(article?.Title ?? $"{fact.Result.Check}: {fact.Result.Outcome}"));
    }

    private ReportStep? BuildStep(string id, IReadOnlyList<ReplyValue> values, IReadOnlyList<PublishedRecord> records, int number, IReadOnlyList<int> findings)
    {
        if (findStep(id) is not { } step) return null;
        // The domain that a record is of need not be the one that the log names.
        var template = new TextTemplate(records is [var record, ..] ? [new ReplyValue(PlanValues.SenderDomain, record.Name.ToString()), .. values] : values, texts.Value);
        var text = StepRecordText.With(id, template.Fill(step.Do), records);
        return new ReportStep(number, id, step.Group, text, template.Fill(step.Why), template.Fill(step.Verify), template.Fill(step.IfRefused), findings)
        {
            Records = records,
        };
    }

    private static IReadOnlyList<PublishedRecord> RecordsOf(Finding finding, string step) =>
        finding.Records.FirstOrDefault(records => records.StepId == step)?.Records ?? [];

    // Those of the fact that the article is of, and the reply's own, first; what the log tells of the sender fills the rest.
    private IReadOnlyList<ReplyValue> ValuesOf(Finding finding) =>
    [
        .. finding.Facts.FirstOrDefault(fact => fact.Result.Article == finding.Article)?.Result.Values ?? [],
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
