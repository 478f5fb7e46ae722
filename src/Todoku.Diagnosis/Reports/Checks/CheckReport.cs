using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Reports.Content;
using Todoku.Diagnosis.Reports.Texts;

namespace Todoku.Diagnosis.Reports.Checks;

/// <summary>The checklist with all its texts resolved in one language.</summary>
public sealed record CheckReport
{
    /// <summary>What was checked, as a person calls it: a domain, a file.</summary>
    public required string Title { get; init; }

    /// <summary>What is known of the sender: a label and its values.</summary>
    public required IReadOnlyList<(string Label, string Value)> Facts { get; init; }

    /// <summary>The points, in the order of the checklist.</summary>
    public required IReadOnlyList<ReportCheck> Checks { get; init; }

    /// <summary>What to do, in order, each step once; the numbers of its findings are those of <see cref="Checks"/>.</summary>
    public required IReadOnlyList<ReportStep> Plan { get; init; }

    /// <summary>The language's own texts.</summary>
    public required ReportTexts Texts { get; init; }

    /// <summary>The program's version.</summary>
    public required string Version { get; init; }

    /// <summary>How many points are not known because DNS gave no answer.</summary>
    public int Unanswered => Checks.Count(check => check.Result.IsUnanswered);

    /// <summary>Whether DNS left so much open that nothing can be said: no fault was seen, and not half of what was asked is known.</summary>
    public bool IsInconclusive =>
        Count(CheckStatus.Problem) == 0 && Count(CheckStatus.Warning) == 0 && Unanswered > Count(CheckStatus.Pass);

    /// <summary>How many points stand so; those that follow from others are left out.</summary>
    public int Count(CheckStatus status) => Checks.Count(check => check.Result.Status == status && check.Result.FollowsFrom.Count == 0);
}
