using Todoku.Diagnosis.Checks;

namespace Todoku.Diagnosis.Facts;

/// <summary>An identity of the log that is checked, and for what.</summary>
/// <param name="Subject">The identity.</param>
/// <param name="Checks">Ids of the points that bear on what fails.</param>
/// <param name="Findings">Which findings it is of, by index.</param>
/// <param name="IsFromKnown">Whether the log tells the From domain; else the envelope's domain stands in for it.</param>
internal sealed record FactSubject(CheckSubject Subject, IReadOnlySet<string> Checks, IReadOnlyList<int> Findings, bool IsFromKnown);
