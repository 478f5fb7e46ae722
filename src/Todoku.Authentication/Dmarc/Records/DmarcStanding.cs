namespace Todoku.Authentication.Dmarc.Records;

/// <summary>What a record that begins with v=DMARC1 is good for (RFC 9989, section 4.10.1; RFC 7489, section 6.6.3).</summary>
public enum DmarcStanding
{
    /// <summary>Its policies count.</summary>
    Usable,

    /// <summary>p, sp or np is missing or invalid, but rua has an address: it counts as p=none.</summary>
    AssumedNone,

    /// <summary>p, sp or np is missing or invalid, and rua has no address: no DMARC for this message.</summary>
    Unusable,
}
