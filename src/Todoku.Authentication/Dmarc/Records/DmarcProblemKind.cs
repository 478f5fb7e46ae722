namespace Todoku.Authentication.Dmarc.Records;

/// <summary>What is wrong, or worth knowing, about a record.</summary>
public enum DmarcProblemKind
{
    /// <summary>The tag p is missing.</summary>
    MissingPolicy,

    /// <summary>A value is none that the tag can have.</summary>
    InvalidValue,

    /// <summary>A report address is no URI that mail could be sent to.</summary>
    InvalidReportAddress,

    /// <summary>A tag stands twice; the first counts.</summary>
    DuplicateTag,

    /// <summary>A piece between semicolons is not "name=value".</summary>
    NotATag,

    /// <summary>No standard knows the tag; it is passed over.</summary>
    UnknownTag,

    /// <summary>The tag was taken out by RFC 9989 (pct, rf, ri); it is passed over.</summary>
    RemovedTag,

    /// <summary>RFC 7489 doesn't know the tag (np, psd, t); it is passed over.</summary>
    NewerTag,

    /// <summary>p is not the first tag behind v: an error by RFC 7489, and receivers that follow it may pass over the record.</summary>
    PolicyNotSecond,

    /// <summary>A report address has a limit of size, which RFC 9989 no longer knows.</summary>
    ReportSize,

    /// <summary>There is no rua: nobody is told how mail fares.</summary>
    NoReports,

    /// <summary>There are more pieces than are read.</summary>
    TooManyTags,
}
