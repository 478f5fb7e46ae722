namespace Todoku.Diagnosis.Checks;

/// <summary>How a point of the checklist stands.</summary>
public enum CheckStatus
{
    /// <summary>Mail is refused or at risk because of it.</summary>
    Problem,

    /// <summary>It works today, and may not tomorrow or not everywhere.</summary>
    Warning,

    /// <summary>It can't be told from here; never taken for a problem.</summary>
    NotKnown,

    /// <summary>It is as it should be.</summary>
    Pass,

    /// <summary>It does not concern this sender.</summary>
    NotApplicable,
}
