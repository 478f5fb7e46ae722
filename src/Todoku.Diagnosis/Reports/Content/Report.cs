using Todoku.Diagnosis.Reports.Texts;

namespace Todoku.Diagnosis.Reports.Content;

/// <summary>A diagnosis with all its texts resolved in one language: what every format writes, each with its own escaping.</summary>
/// <remarks>Strings from the log are unescaped here (but redacted when that was asked for).</remarks>
public sealed record Report
{
    /// <summary>The numbers.</summary>
    public required DiagnosisResult Result { get; init; }

    /// <summary>The language's own texts.</summary>
    public required ReportTexts Texts { get; init; }

    /// <summary>The overall answer.</summary>
    public required ReportHeadline Headline { get; init; }

    /// <summary>The findings, with their texts.</summary>
    public required IReadOnlyList<ReportFinding> Findings { get; init; }

    /// <summary>The plan, with its texts.</summary>
    public required IReadOnlyList<ReportStep> Plan { get; init; }

    /// <summary>Writes times.</summary>
    public required ReportClock Clock { get; init; }

    /// <summary>The program's version.</summary>
    public required string Version { get; init; }

    /// <summary>The heading above the findings: what is wrong, or was.</summary>
    public string FindingsTitle =>
        Findings.Any(finding => finding.Finding.IsCurrent) ? Texts.Label.Findings : Texts.Label.PastFindings;
}
