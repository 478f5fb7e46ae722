namespace Todoku.Authentication.Signatures;

/// <summary>How octets are prepared before they are hashed (RFC 6376, section 3.4).</summary>
public enum Canonicalization
{
    /// <summary>Almost as they are.</summary>
    Simple,

    /// <summary>With runs of blanks made one, and blanks at the ends of lines taken out.</summary>
    Relaxed,
}
