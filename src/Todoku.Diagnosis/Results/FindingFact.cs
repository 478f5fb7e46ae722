using Todoku.Diagnosis.Checks;

namespace Todoku.Diagnosis;

/// <summary>A fact of DNS beside a finding.</summary>
/// <param name="Result">A point of the checklist, as DNS shows it now.</param>
/// <param name="Relation">What it says about what the replies said.</param>
public sealed record FindingFact(CheckResult Result, FactRelation Relation)
{
    /// <summary>Whether it says something about the cause.</summary>
    public bool IsTelling => Relation != FactRelation.NoBearing;
}
