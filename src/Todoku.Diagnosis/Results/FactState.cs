namespace Todoku.Diagnosis;

/// <summary>Whether facts of DNS stand beside what the log tells.</summary>
public enum FactState
{
    /// <summary>DNS was not asked; the diagnosis is from the log alone.</summary>
    NotAsked,

    /// <summary>The log names no identity whose records bear on what fails.</summary>
    NothingToAsk,

    /// <summary>DNS was asked and nobody answered.</summary>
    NoAnswer,

    /// <summary>DNS was asked; the findings hold what it said.</summary>
    Known,
}
