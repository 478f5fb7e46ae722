namespace Todoku.Authentication.Spf;

/// <summary>What came of a step.</summary>
public enum SpfStepOutcome
{
    /// <summary>A domain's record was read; the terms follow.</summary>
    RecordRead,

    /// <summary>There is no record to read, or it is wrong.</summary>
    RecordMissing,

    /// <summary>The mechanism matched.</summary>
    Matched,

    /// <summary>The mechanism did not match.</summary>
    NotMatched,

    /// <summary>The other domain's record is followed; its steps come next, one level deeper.</summary>
    Followed,

    /// <summary>The term ended the check with an error.</summary>
    Failed,

    /// <summary>It was not looked at: something before it decided.</summary>
    Skipped,
}
