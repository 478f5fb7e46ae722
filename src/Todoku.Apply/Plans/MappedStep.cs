using Todoku.Apply.Changes;

namespace Todoku.Apply.Plans;

/// <summary>What becomes of a step of a plan.</summary>
public abstract record MappedStep
{
    private MappedStep(PlannedStep step) => Step = step;

    /// <summary>The step.</summary>
    public PlannedStep Step { get; }

    /// <summary>It can be taken here.</summary>
    public sealed record Applicable(PlannedStep Step, ChangeRequest Request) : MappedStep(Step);

    /// <summary>It can, once something is given.</summary>
    /// <param name="Step">The step.</param>
    /// <param name="Option">The option that gives it.</param>
    public sealed record NeedsValue(PlannedStep Step, string Option) : MappedStep(Step);

    /// <summary>Another step of the plan does the same.</summary>
    /// <param name="Step">The step.</param>
    /// <param name="Other">Id of the other.</param>
    public sealed record DoneBy(PlannedStep Step, string Other) : MappedStep(Step);

    /// <summary>A person has to.</summary>
    public sealed record ByHand(PlannedStep Step) : MappedStep(Step);
}
