namespace Todoku.Authentication.Dmarc.Records;

/// <summary>What the domain owner would have done with mail that fails (RFC 9989, section 4.7, tag p); from mild to strict.</summary>
public enum DmarcPolicy
{
    /// <summary>No preference.</summary>
    None,

    /// <summary>Treat it as suspicious.</summary>
    Quarantine,

    /// <summary>Reject it.</summary>
    Reject,
}
