namespace Todoku.Diagnosis;

/// <summary>All that was found out; what every report is written from.</summary>
public sealed record DiagnosisResult
{
    /// <summary>The overall answer.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>How much of the log was understood.</summary>
    public required Understanding Understood { get; init; }

    /// <summary>Time of the first and the last line read; null when none had a time.</summary>
    public required Period? Period { get; init; }

    /// <summary>The sending hosts seen.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>Receiving providers, most failures first, then most attempts.</summary>
    public required IReadOnlyList<ProviderSummary> Providers { get; init; }

    /// <summary>What is wrong, the root of what fails now first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What to do, in order, each step once.</summary>
    public required IReadOnlyList<PlanStep> Plan { get; init; }

    /// <summary>Limits that were hit and other things that the reader must know to trust the numbers.</summary>
    public required IReadOnlyList<Notice> Notices { get; init; }

    /// <summary>Whether DNS was asked, and answered.</summary>
    public FactState Facts { get; init; } = FactState.NotAsked;
}
