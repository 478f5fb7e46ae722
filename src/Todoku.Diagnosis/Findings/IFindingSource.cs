namespace Todoku.Diagnosis.Findings;

/// <summary>Finds one kind of thing that can be wrong. Sources run in the order of <see cref="FindingSources"/> and see what earlier ones found.</summary>
internal interface IFindingSource
{
    void Find(FindingContext context);
}
