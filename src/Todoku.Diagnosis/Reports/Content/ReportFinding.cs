namespace Todoku.Diagnosis.Reports.Content;

/// <summary>A finding with its texts.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Finding">The facts.</param>
/// <param name="Title">Headline of its article.</param>
/// <param name="Means">What it means.</param>
/// <param name="Verify">How it is seen that it is solved.</param>
/// <param name="Steps">Its own steps in order.</param>
/// <param name="ExplainedBy">Numbers of the findings that explain this one.</param>
/// <param name="Facts">What DNS says now; what tells something about the cause first.</param>
public sealed record ReportFinding(
    int Number,
    Finding Finding,
    string Title,
    string Means,
    string Verify,
    IReadOnlyList<ReportStep> Steps,
    IReadOnlyList<int> ExplainedBy,
    IReadOnlyList<ReportFact> Facts)
{
    /// <summary>Whose fault it is and the way out, in a sentence, where DNS shows it beyond the reply; else empty.</summary>
    public string Conclusion { get; init; } = "";
}
