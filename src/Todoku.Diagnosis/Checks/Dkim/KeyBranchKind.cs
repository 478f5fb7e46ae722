namespace Todoku.Diagnosis.Checks.Dkim;

/// <summary>What DNS tells of the names below <c>_domainkey</c>.</summary>
internal enum KeyBranchKind
{
    /// <summary>Nothing.</summary>
    NotKnown,

    /// <summary>There are none.</summary>
    Absent,

    /// <summary>There are some.</summary>
    HoldsNames,
}
