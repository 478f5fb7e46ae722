using Todoku.Diagnosis.Findings;
using Todoku.Diagnosis.Timeline;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Plans;

/// <summary>Makes one plan of all findings' steps: each step once, in the order of <see cref="PlanOrder"/>, then of the findings.</summary>
internal sealed class PlanBuilder(IKnowledge knowledge)
{
    /// <summary>Steps in a plan; nobody works off more, and the findings keep all of theirs.</summary>
    public const int MaxSteps = 24;

    /// <summary>Ids of the steps that mend one finding, in order.</summary>
    public IReadOnlyList<string> StepsOf(FindingDraft draft) => [.. StepsIn(draft).OrderBy(step => PlanOrder.PlaceOf(step.Group)).Select(step => step.Id)];

    /// <summary>The plan for findings that stand in their order.</summary>
    public IReadOnlyList<PlanStep> Build(IReadOnlyList<FindingDraft> findings)
    {
        var steps = new List<Planned>();
        for (var i = 0; i < findings.Count; i++)
        {
            if (!PlanScope.IsPlanned(findings[i], findings)) continue;
            foreach (var step in StepsIn(findings[i])) Plan(steps, step, i);
        }
        return
        [
            .. steps.Take(MaxSteps).OrderBy(planned => PlanOrder.PlaceOf(planned.Step.Group))
                .Select(planned => new PlanStep(planned.Step.Id, planned.Step.Group, planned.Findings, PlanValues.Of(planned.Findings, findings))),
        ];
    }

    private static void Plan(List<Planned> steps, Step step, int finding)
    {
        if (steps.Find(planned => planned.Step.Id == step.Id) is { } known) known.Findings.Add(finding);
        else steps.Add(new Planned(step, [finding]));
    }

    private IEnumerable<Step> StepsIn(FindingDraft draft) =>
        (draft.Article?.Steps ?? []).Select(knowledge.FindStep).OfType<Step>();

    private sealed record Planned(Step Step, List<int> Findings);
}
