namespace Todoku.Authentication.Dmarc;

/// <summary>Whether a domain is aligned with the author's, and why (RFC 9989, section 4.10.2).</summary>
public enum AlignmentOutcome
{
    /// <summary>Aligned: it is the author's domain.</summary>
    Identical,

    /// <summary>Aligned: both have the same organisational domain.</summary>
    SameOrganization,

    /// <summary>Not known: it would be aligned, but DNS errors left open whether SPF or DKIM passes.</summary>
    WouldAlign,

    /// <summary>Not looked at: SPF or DKIM did not pass.</summary>
    NotAuthenticated,

    /// <summary>Not aligned: it is no domain name.</summary>
    NotADomain,

    /// <summary>Not aligned: the record wants the very same domain.</summary>
    StrictAndDifferent,

    /// <summary>Not aligned: it lies outside the author's organisational domain.</summary>
    OutsideOrganization,

    /// <summary>Not aligned: it lies within the author's organisational domain, but has an organisational domain of its own.</summary>
    OwnOrganization,

    /// <summary>Not known: a query of a tree walk failed.</summary>
    LookupFailed,

    /// <summary>Not looked at: there are too many domains.</summary>
    TooMany,
}
