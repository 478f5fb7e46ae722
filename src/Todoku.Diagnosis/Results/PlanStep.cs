using Todoku.Diagnosis.Checks;
using Todoku.Knowledge;

namespace Todoku.Diagnosis;

/// <summary>One step of the plan.</summary>
/// <param name="StepId">Id of the step's text.</param>
/// <param name="Group">What kind of change; says why it stands where it stands.</param>
/// <param name="Findings">Which findings it mends, by index.</param>
/// <param name="Values">What to put into the text's placeholders.</param>
public sealed record PlanStep(string StepId, StepGroup Group, IReadOnlyList<int> Findings, IReadOnlyList<ReplyValue> Values)
{
    /// <summary>The exact records that it publishes.</summary>
    public IReadOnlyList<PublishedRecord> Records { get; init; } = [];
}
