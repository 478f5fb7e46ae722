namespace Todoku.Authentication.Dmarc.Discovery;

/// <summary>How the search for a policy ended.</summary>
public enum DiscoveryOutcome
{
    /// <summary>The author's domain has a record.</summary>
    AtAuthorDomain,

    /// <summary>The organisational domain has the record.</summary>
    AtOrganizationalDomain,

    /// <summary>The public suffix domain has the record (only RFC 9989).</summary>
    AtPublicSuffix,

    /// <summary>There is no record.</summary>
    NoRecord,

    /// <summary>There are several records where one may be, which ends the search (only RFC 7489, section 6.6.3, step 5).</summary>
    SeveralRecords,

    /// <summary>A query failed.</summary>
    Failed,
}
