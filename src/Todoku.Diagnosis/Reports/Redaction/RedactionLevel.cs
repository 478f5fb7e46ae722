namespace Todoku.Diagnosis.Reports.Redaction;

/// <summary>What a report that is to be shared must not show.</summary>
public enum RedactionLevel
{
    /// <summary>Everything may be shown.</summary>
    None,

    /// <summary>The local parts of addresses are masked: <c>u1@example.com</c>.</summary>
    Addresses,

    /// <summary>The sender's own domains, hosts and IP addresses as well: <c>u1@d1.example</c>, <c>192.0.2.1</c>.</summary>
    SenderToo,
}
