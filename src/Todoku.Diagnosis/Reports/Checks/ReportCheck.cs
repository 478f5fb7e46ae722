using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Reports.Content;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Reports.Checks;

/// <summary>A point of the checklist with its texts.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Result">The facts.</param>
/// <param name="Title">What is so.</param>
/// <param name="Means">Why it matters; may be empty.</param>
/// <param name="Verify">How the change is seen to work; may be empty.</param>
/// <param name="Cause">The cause of failures that it explains.</param>
/// <param name="Fault">Whose it is.</param>
/// <param name="Steps">What to do.</param>
public sealed record ReportCheck(
    int Number,
    CheckResult Result,
    string Title,
    string Means,
    string Verify,
    Cause Cause,
    Fault Fault,
    IReadOnlyList<ReportStep> Steps);
