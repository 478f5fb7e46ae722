namespace Todoku.Diagnosis.Reports.Content;

/// <summary>A fact of DNS with its text.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Title">What is so.</param>
public sealed record ReportFact(FindingFact Fact, string Title);
