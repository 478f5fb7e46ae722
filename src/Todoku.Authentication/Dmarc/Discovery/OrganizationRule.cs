namespace Todoku.Authentication.Dmarc.Discovery;

/// <summary>Which rule gave an organisational domain (RFC 9989, section 4.10.2; RFC 7489, section 3.2).</summary>
public enum OrganizationRule
{
    /// <summary>A record with psd=n: it is that record's domain.</summary>
    NotPublicSuffix,

    /// <summary>A record with psd=y above the start: it is the domain one label below.</summary>
    BelowPublicSuffix,

    /// <summary>Of the domains with a record it is the one with the fewest labels.</summary>
    FewestLabels,

    /// <summary>No record was found: it is the domain itself.</summary>
    Itself,

    /// <summary>The public suffix list gave it.</summary>
    PublicSuffixList,

    /// <summary>A query failed, so it isn't known.</summary>
    Unknown,
}
