using Todoku.Diagnosis.Reports.Texts;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Reports.Content;

/// <summary>Puts the overall answer into words: from the verdict, and from the first finding when something must be done.</summary>
internal sealed class HeadlineBuilder(ReportTexts texts, ReportClock clock)
{
    private const int MostNamed = 2;

    private HeadlineTexts Words => texts.Headline;

    public ReportHeadline Build(DiagnosisResult result, IReadOnlyList<ReportFinding> findings) => result.Verdict switch
    {
        Verdict.ActionNeeded when findings.Count > 0 => OfFinding(result, findings[0]),
        Verdict.ActionNeeded => new ReportHeadline(Words.MailFails, [Delivered(result)]),
        Verdict.NothingToDo => new ReportHeadline(NothingToDo(result.Findings), [Delivered(result)]),
        Verdict.NotEnoughEvidence => new ReportHeadline(Words.NotEnoughEvidence, [Words.TooLittle(result.Providers.Sum(p => p.Attempts))]),
        Verdict.NotUnderstood => new ReportHeadline(Words.NotUnderstood, [Words.Unreadable(result.Understood.DeliveryLines)]),
    };

    private ReportHeadline OfFinding(DiagnosisResult result, ReportFinding first)
    {
        var finding = first.Finding;
        var when = finding.IsCurrent
            ? Words.SinceFor(clock.Moment(finding.Since), texts.Time.Length(finding.Until - finding.Since))
            : Words.FromUntil(clock.Moment(finding.Since), clock.Moment(finding.Until));
        return new ReportHeadline(Answer(finding),
        [
            first.Conclusion.Length > 0 ? first.Conclusion : first.Title,
            $"{when}{Separator}{Words.Extent(finding.Count, ShareOf(result, finding), finding.Recipients)}",
            Words.WhoseDoing(texts.Fault.Long(finding.Fault)),
            .. finding.IsContradicted ? [Mended(first)] : Array.Empty<string>(),
        ]);
    }

    // "Mended" alone would be wrong above steps that mend what is left.
    private string Mended(ReportFinding first)
    {
        var open = Titles(first, FactRelation.Confirms, FactRelation.Explains);
        return open.Length == 0 ? texts.Fact.MayBeMended : texts.Fact.PartlyMended(Titles(first, FactRelation.Contradicts), open);
    }

    private string Titles(ReportFinding first, params FactRelation[] relations) =>
        texts.Label.Join(first.Facts.Where(fact => relations.Contains(fact.Fact.Relation)).Select(fact => fact.Title).Distinct().Take(MostNamed));

    // That mail arrives is said only where it does: recipients' own faults aside, nothing was lost, or only in the past.
    private string NothingToDo(IReadOnlyList<Finding> findings)
    {
        var lost = findings.Where(finding => finding is { Messages: > 0, Fault: Fault.Sender or Fault.Network or Fault.Receiver }).ToArray();
        if (Array.Exists(lost, finding => finding.IsCurrent)) return Words.NothingForYou;
        return lost.Length > 0 ? Words.NothingToDoAnyMore : Words.NothingToDo;
    }

    private string Separator => texts.Language == Language.Japanese ? "、" : ", ";

    private string Answer(Finding finding)
    {
        if (finding.Provider is null) return finding.IsCurrent ? Words.MailFails : Words.Failed(texts.Label.AllProviders);
        var provider = finding.Provider.Name(texts.Language);
        if (!finding.IsCurrent) return Words.Failed(provider);
        return IsRefusal(finding.Cause) ? Words.Refuses(provider) : Words.DoesNotGetThrough(provider);
    }

    // With these the receiver has not judged the mail: it was not reached, has trouble of its own, or only asks to wait.
    private static bool IsRefusal(Cause cause) => cause is not (Cause.HostNotFound or Cause.ConnectionRefused or Cause.ConnectionTimeout
        or Cause.RemoteError or Cause.Greylisted or Cause.RateLimited or Cause.TlsFailed or Cause.Expired or Cause.LocalConfig or Cause.Unknown);

    private string Delivered(DiagnosisResult result) => Words.Delivered(
        result.Providers.Sum(p => p.Delivered), result.Providers.Sum(p => p.Attempts), result.Providers.Sum(p => p.RecipientFaults));

    // Of the attempts at the finding's provider, or of all.
    private static double ShareOf(DiagnosisResult result, Finding finding)
    {
        var attempts = result.Providers.Where(p => finding.Provider is null || p.Provider.Id == finding.Provider.Id).Sum(p => p.Attempts);
        return attempts == 0 ? 1 : Math.Min(1, (double)finding.Count / attempts);
    }
}
