using Todoku.Diagnosis.Checks;

namespace Todoku.Diagnosis.Reports.Content;

/// <summary>What DNS says about a finding, in words, the same in every format for people.</summary>
internal static class FactText
{
    /// <summary>The facts that tell something about the cause, and behind them what a contradiction means; a line each, without a label.</summary>
    /// <param name="report">The report.</param>
    /// <param name="item">The finding.</param>
    /// <param name="most">Facts at most.</param>
    public static IReadOnlyList<string> Lines(Report report, ReportFinding item, int most)
    {
        // Where a fact has given the title it comes first, and another point that says the same in fewer words is left out.
        var title = item.Facts.FirstOrDefault(fact => fact.Fact.Result.Article == item.Finding.Article);
        var telling = item.Facts.Where(fact => fact.Fact.IsTelling && (title is null || fact == title || fact.Fact.Result.Outcome != title.Fact.Result.Outcome))
            .OrderBy(fact => fact != title).Select(fact => fact.Title).Take(most);
        return item.Finding.IsContradicted
            ? [.. telling, report.Texts.Fact.Contradiction(report.Clock.Moment(item.Finding.Until))]
            : [.. telling];
    }

    /// <summary>Whether a fact has given the finding its title.</summary>
    public static bool IsTitle(Finding finding) => finding.Facts.Any(fact => fact.Result.Article == finding.Article);

    /// <summary>A fact in a line, with what it says about the reply.</summary>
    public static string Line(Report report, ReportFact fact) => $"{Mark(fact)} {report.Texts.Fact.WithRelation(fact.Title, fact.Fact.Relation)}";

    private static string Mark(ReportFact fact) => fact.Fact.Result.Status switch
    {
        CheckStatus.Problem => "✗",
        CheckStatus.Warning => "!",
        CheckStatus.NotKnown => "?",
        CheckStatus.Pass => "✓",
        _ => "-",
    };
}
