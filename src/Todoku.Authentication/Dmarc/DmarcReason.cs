namespace Todoku.Authentication.Dmarc;

/// <summary>Why DMARC gave its result.</summary>
public enum DmarcReason
{
    /// <summary>pass: a domain is aligned.</summary>
    Aligned,

    /// <summary>fail: neither SPF nor DKIM passed for any domain.</summary>
    NothingAuthenticated,

    /// <summary>fail: SPF or DKIM passed, but for no domain that is aligned.</summary>
    NotAligned,

    /// <summary>none: the message names no author's domain, several, or can't be read.</summary>
    NoAuthorDomain,

    /// <summary>none: no record.</summary>
    NoRecord,

    /// <summary>none: several records (RFC 7489).</summary>
    SeveralRecords,

    /// <summary>none: the record can't be used (<see cref="Records.DmarcStanding.Unusable"/>).</summary>
    UnusableRecord,

    /// <summary>temperror: a query for the record failed.</summary>
    RecordLookupFailed,

    /// <summary>temperror: a query failed that would have decided whether a domain is aligned.</summary>
    AlignmentLookupFailed,

    /// <summary>temperror: SPF or DKIM could not be evaluated for a domain that would be aligned.</summary>
    AuthenticationFailed,

    /// <summary>temperror: whether the author's domain exists, and so which policy applies, could not be found out.</summary>
    ExistenceLookupFailed,
}
