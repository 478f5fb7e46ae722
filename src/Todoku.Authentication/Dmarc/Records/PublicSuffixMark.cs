namespace Todoku.Authentication.Dmarc.Records;

/// <summary>What a record says about its domain (RFC 9989, section 4.7, tag psd).</summary>
public enum PublicSuffixMark
{
    /// <summary>u, the default: no public suffix; whether it is an organisational domain, the tree walk finds.</summary>
    Unspecified,

    /// <summary>y: a public suffix domain.</summary>
    Yes,

    /// <summary>n: no public suffix, but the organisational domain of itself and of what lies below.</summary>
    No,
}
