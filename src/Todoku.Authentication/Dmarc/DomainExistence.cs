namespace Todoku.Authentication.Dmarc;

/// <summary>Whether the author's domain exists (RFC 9989, section 3.2.13).</summary>
public enum DomainExistence
{
    /// <summary>It made no difference, so nobody asked.</summary>
    NotAsked,

    /// <summary>It exists, or names below it do.</summary>
    Exists,

    /// <summary>DNS says that it doesn't: NXDOMAIN.</summary>
    Missing,

    /// <summary>The query failed.</summary>
    Unknown,
}
