using Todoku.Diagnosis.Checks;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Reports.Content;

/// <summary>A step with its texts filled in.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Id">Its identifier.</param>
/// <param name="Group">What kind of change it makes.</param>
/// <param name="Do">What to do; lines that begin with four spaces are commands or records to copy.</param>
/// <param name="Why">Why it helps.</param>
/// <param name="Verify">How it is seen that it worked.</param>
/// <param name="IfRefused">What to do when the hosting company or DNS service refuses; may be empty.</param>
/// <param name="Findings">Numbers of the findings it mends.</param>
public sealed record ReportStep(
    int Number,
    string Id,
    StepGroup Group,
    string Do,
    string Why,
    string Verify,
    string IfRefused,
    IReadOnlyList<int> Findings)
{
    /// <summary>The exact records in which the text ends, and which are shown wherever the step is; mostly none.</summary>
    public IReadOnlyList<PublishedRecord> Records { get; init; } = [];
}
