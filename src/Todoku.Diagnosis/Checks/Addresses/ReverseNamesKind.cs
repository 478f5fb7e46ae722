namespace Todoku.Diagnosis.Checks.Addresses;

/// <summary>Whether an address has names of its own.</summary>
public enum ReverseNamesKind
{
    /// <summary>It has.</summary>
    Named,

    /// <summary>It has none.</summary>
    Missing,

    /// <summary>DNS gave no answer.</summary>
    NotKnown,
}
