namespace Todoku.Mail.Authors;

/// <summary>Why a message names no author's domain.</summary>
public enum MissingAuthor
{
    /// <summary>It has no From field.</summary>
    NoField,

    /// <summary>The field holds no address: it is empty, an empty group, or <c>&lt;&gt;</c>.</summary>
    NoAddress,

    /// <summary>The address has no domain: words without an @.</summary>
    NoDomain,

    /// <summary>The address has an IP address in brackets for its domain (RFC 5321, section 4.1.3).</summary>
    AddressLiteral,
}
