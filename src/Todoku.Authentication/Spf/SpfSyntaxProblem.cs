namespace Todoku.Authentication.Spf;

/// <summary>What is wrong with a term of a record.</summary>
public enum SpfSyntaxProblem
{
    /// <summary>An octet that is not ASCII (RFC 7208, section 3.1).</summary>
    NotAscii,

    /// <summary>A control character; terms are parted by spaces only (section 4.6.1).</summary>
    ControlCharacter,

    /// <summary>No mechanism has this name (section 5).</summary>
    UnknownMechanism,

    /// <summary>What stands before "=" is no name of a modifier (section 4.6.1).</summary>
    BadModifierName,

    /// <summary><c>include</c>, <c>exists</c>, <c>redirect</c>, <c>exp</c>, or a colon, without a domain behind it.</summary>
    MissingDomain,

    /// <summary><c>ip4</c> or <c>ip6</c> without an address.</summary>
    MissingAddress,

    /// <summary>Something behind a mechanism that takes nothing there (<c>all:example.com</c>, <c>ptr/24</c>).</summary>
    UnexpectedValue,

    /// <summary>The domain doesn't end in a top-level domain or a macro (section 7.1).</summary>
    BadDomain,

    /// <summary>A "%" that begins no macro, or a macro that is none (section 7.1).</summary>
    BadMacro,

    /// <summary>c, r or t outside an explanation's text (section 7.2).</summary>
    MacroOnlyInExplanation,

    /// <summary>The number of parts of a macro is 0 (section 7.3).</summary>
    ZeroParts,

    /// <summary>Not an IPv4 address of four numbers.</summary>
    BadIPv4Address,

    /// <summary>Not an IPv6 address.</summary>
    BadIPv6Address,

    /// <summary>A prefix length that is no number, has leading zeros, or is over 32 or 128.</summary>
    BadPrefixLength,

    /// <summary><c>redirect</c> or <c>exp</c> stands twice (section 6).</summary>
    DuplicateModifier,
}
