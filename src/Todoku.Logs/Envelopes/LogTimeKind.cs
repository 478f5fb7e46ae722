namespace Todoku.Logs.Envelopes;

/// <summary>How much a time stamp says.</summary>
public enum LogTimeKind : byte
{
    /// <summary>Date, time and offset were given: UTC.</summary>
    Utc,

    /// <summary>UTC from a source that keeps no offset (the journal's count since 1970): shown in the zone of stamps that carry none.</summary>
    UtcOnly,

    /// <summary>Date and time without an offset: the local time of whoever wrote it.</summary>
    Local,

    /// <summary>Month, day and time only: local time, set into the leap year <see cref="LogTime.StandInYear"/>.</summary>
    Yearless,
}
