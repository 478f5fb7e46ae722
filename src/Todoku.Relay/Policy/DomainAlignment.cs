namespace Todoku.Relay.Policy;

/// <summary>How a domain stands to the domain of the From field, as DMARC compares them (RFC 9989).</summary>
public enum DomainAlignment : byte
{
    /// <summary>There is nothing to compare: the null sender, or no one domain in the From field.</summary>
    Unknown,

    /// <summary>The same domain: it aligns whatever the record says.</summary>
    Strict,

    /// <summary>Another domain of the same organisation: it aligns unless the record asks for strict alignment.</summary>
    Relaxed,

    /// <summary>Another organisation: it does not align.</summary>
    None,
}
