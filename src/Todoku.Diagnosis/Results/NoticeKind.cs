namespace Todoku.Diagnosis;

/// <summary>Kinds of <see cref="Notice"/>.</summary>
public enum NoticeKind
{
    /// <summary>A file could not be read; the detail names it and why.</summary>
    FileNotRead,

    /// <summary>A file ended early (broken compression, truncated while read); what came before was read.</summary>
    FileCutShort,

    /// <summary>More messages were in flight than are remembered; the oldest lost their sender and submitter.</summary>
    InFlightLimit,

    /// <summary>More distinct groups were seen than are kept apart; the rest is counted together.</summary>
    GroupLimit,

    /// <summary>Times in the log jump backwards by more than rotation explains.</summary>
    ClockJump,

    /// <summary>Lines longer than the limit were cut.</summary>
    LongLines,

    /// <summary>The years of the time stamps are inferred, and there is reason to doubt it.</summary>
    YearInferred,

    /// <summary>Arrival lines are missing, so senders and submitters are unknown for many attempts.</summary>
    SendersUnknown,
}
