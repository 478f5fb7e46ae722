namespace Todoku.Diagnosis.Checks;

/// <summary>A point that asks nothing itself and is drawn from the results of all checks, such as the rules of a receiver.</summary>
public interface IConclusion : IPoint
{
    /// <summary>Draws it.</summary>
    /// <param name="context">The run.</param>
    /// <param name="results">The results of all checks.</param>
    IReadOnlyList<CheckResult> Conclude(CheckContext context, IReadOnlyList<CheckResult> results);
}
