using Todoku.Diagnosis.Findings;
using Todoku.Knowledge;
using Todoku.Mail.Internationalized;

namespace Todoku.Diagnosis.Reports.Content;

/// <summary>The facts of a finding in words, the same in every format for people.</summary>
internal static class FindingFacts
{
    /// <summary>"Google (Gmail, Workspace): IP reputation"; a situation is named by its own title.</summary>
    public static string Heading(Report report, ReportFinding item)
    {
        var finding = item.Finding;
        // A title that facts have given is a sentence, too long for a heading; the facts say it below.
        var isSituation = finding.Kind != finding.Cause.Id && !FactText.IsTitle(finding);
        if (isSituation && finding.Provider is null) return item.Title;
        var provider = finding.Provider?.Name(report.Texts.Language) ?? report.Texts.Label.AllProviders;
        return report.Texts.Label.Pair(provider, isSituation ? item.Title : report.Texts.Cause.Of(finding.Cause));
    }

    /// <summary>When, how many, whose side, and what explains it.</summary>
    public static string Summary(Report report, ReportFinding item)
    {
        var (texts, finding) = (report.Texts, item.Finding);
        var facts = new List<string>
        {
            report.Clock.Stretch(finding.Since, finding.Until, finding.IsCurrent),
            texts.Count.Failed(finding.Count),
            texts.Count.Recipients(finding.Recipients),
            texts.Fault.Short(finding.Fault),
        };
        if (item.ExplainedBy.Count > 0) facts.Add(texts.Label.ExplainedBy(texts.Label.Join(item.ExplainedBy.Select(number => $"{number}."))));
        return texts.Label.Join(facts);
    }

    /// <summary>What was delivered since it ended; empty when it has not, or nothing was.</summary>
    public static string Recovery(Report report, Finding finding) =>
        finding.Recovery is { } over ? report.Texts.Count.DeliveredSince(over.Delivered, report.Clock.Moment(over.Since), over.Relay) : "";

    /// <summary>The sender's identities and the values of the reply, named for people; each name once.</summary>
    public static IReadOnlyList<ReplyValue> Identities(Report report, Finding finding)
    {
        var identity = finding.Identity;
        IEnumerable<ReplyValue> all =
        [
            new(ReplyValueNames.Ip, identity.SendingIp),
            new("sender_domain", identity.EnvelopeDomain),
            new("submitter", report.Texts.Value.Submitter(identity.Submitter)),
            new("host", identity.Host),
            new("relay", identity.Relay),
            new(ReplyValueNames.DkimDomain, identity.DkimDomain),
            new(ReplyValueNames.DkimSelector, identity.DkimSelector),
            // What gave way to what is told by the title and the phases; the two are for programs.
            .. finding.Values.Where(value => value.Name is not (ProgressFindings.FromCause or ProgressFindings.ToCause)),
        ];
        return [.. all.Where(value => value.Value.Length > 0).DistinctBy(value => value.Name).Select(value => new ReplyValue(report.Texts.Value.Of(value.Name), ReadableNames.In(value.Value)))];
    }
}
