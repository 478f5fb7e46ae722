namespace Todoku.Diagnosis.Checks.Publishing;

/// <summary>What a name server shows of a record that is waited for.</summary>
public enum RecordSight
{
    /// <summary>The record, and no other of its purpose.</summary>
    New,

    /// <summary>What was there before, or nothing.</summary>
    Old,

    /// <summary>Something else: neither the record nor what was there before.</summary>
    Other,

    /// <summary>No answer.</summary>
    Silent,
}
