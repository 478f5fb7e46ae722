using Todoku.Diagnosis.Checks;

namespace Todoku.Diagnosis;

/// <summary>The exact records that a step of a finding publishes.</summary>
/// <param name="StepId">The step.</param>
/// <param name="Records">The records.</param>
public sealed record StepRecords(string StepId, IReadOnlyList<PublishedRecord> Records);
