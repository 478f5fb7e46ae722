namespace Todoku.Authentication.Dmarc.Records;

/// <summary>How alike the author's domain and an authenticated one must be (RFC 9989, section 3.2.10).</summary>
public enum AlignmentMode
{
    /// <summary>They have the same organisational domain.</summary>
    Relaxed,

    /// <summary>They are the same domain.</summary>
    Strict,
}
