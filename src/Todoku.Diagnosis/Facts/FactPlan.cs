using Todoku.Diagnosis.Plans;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Facts;

/// <summary>Makes the plan anew from findings whose steps facts have changed: the same findings are planned for as by the log alone.</summary>
internal static class FactPlan
{
    // Once facts show that nothing here mends it, the other path comes before asking: it works today, the rest takes days. Slowing down is then for a new
    // address, which has to be there first.
    private static readonly StepGroup[] Late = [StepGroup.Relay, StepGroup.Ask, StepGroup.SlowDown, StepGroup.Wait];

    /// <summary>
    /// The place of a step: first what stops harm, then what facts ask for, then what the log alone suggests; each in the order of <see cref="PlanOrder"/>, but
    /// that among what facts ask for the other path comes before asking.
    /// </summary>
    public static int PlaceOf(StepGroup group, bool isProven)
    {
        var count = PlanOrder.Groups.Count;
        if (group == StepGroup.StopLeak) return 0;
        if (!isProven) return (2 * count) + Late.Length + PlanOrder.PlaceOf(group);
        var late = Array.IndexOf(Late, group);
        return late < 0 ? PlanOrder.PlaceOf(group) + 1 : count + 1 + late;
    }

    /// <summary>The plan.</summary>
    /// <param name="before">The plan of the log alone; its findings are numbered as they were.</param>
    /// <param name="order">The old index of each finding, in the new order.</param>
    /// <param name="stepsOf">The steps of each finding, by old index.</param>
    public static IReadOnlyList<PlanStep> Build(IReadOnlyList<PlanStep> before, IReadOnlyList<int> order, Func<int, IReadOnlyList<FactStep>> stepsOf)
    {
        var planned = before.SelectMany(step => step.Findings).ToHashSet();
        var steps = new List<(FactStep Step, List<int> Findings)>();
        foreach (var (place, index) in order.Index())
        {
            if (!planned.Contains(index)) continue;
            foreach (var step in stepsOf(index)) Add(steps, step, place);
        }
        return
        [
            .. steps.Take(PlanBuilder.MaxSteps).OrderBy(planned => PlaceOf(planned.Step.Step.Group, planned.Step.IsProven)).Select(planned => new PlanStep(
                planned.Step.Step.Id,
                planned.Step.Step.Group,
                planned.Findings,
                [.. planned.Step.AllValues, .. before.FirstOrDefault(step => step.StepId == planned.Step.Step.Id)?.Values ?? []])
            {
                Records = planned.Step.Records,
            }),
        ];
    }

    private static void Add(List<(FactStep Step, List<int> Findings)> steps, FactStep added, int finding)
    {
        var at = steps.FindIndex(known => known.Step.Step.Id == added.Step.Id);
        if (at < 0)
        {
            steps.Add((added, [finding]));
            return;
        }
        var (known, findings) = steps[at];
        findings.Add(finding);
        var merged = known.With(added.Records);
        steps[at] = (added.IsProven && !known.IsProven ? merged with { IsProven = true, Values = added.Values } : merged, findings);
    }
}
