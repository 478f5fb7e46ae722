namespace Todoku.Diagnosis.Reports.Content;

/// <summary>The overall answer in words.</summary>
/// <param name="Answer">One sentence without a full stop: who refuses the mail, or that there is nothing to do.</param>
/// <param name="Details">Why, since when, how much, whose doing; one line each.</param>
public sealed record ReportHeadline(string Answer, IReadOnlyList<string> Details);
