namespace Todoku.Dns.Zones;

/// <summary>What can be wrong with a zone file.</summary>
public enum ZoneProblem
{
    /// <summary>A quote that is not closed on its line.</summary>
    UnclosedQuote,

    /// <summary>A parenthesis that is not closed.</summary>
    UnclosedParenthesis,

    /// <summary>A closing parenthesis without an opening one.</summary>
    StrayParenthesis,

    /// <summary>The line begins with a blank, and no record stands above whose name it could have.</summary>
    NoOwner,

    /// <summary>Not a domain name.</summary>
    BadName,

    /// <summary>Not a time to live.</summary>
    BadTime,

    /// <summary>No type of record, or an unknown word in its place.</summary>
    NoType,

    /// <summary>What the record says doesn't fit its type.</summary>
    BadContent,

    /// <summary>A string of more than 255 octets.</summary>
    LongString,

    /// <summary>A directive that is not read: $INCLUDE, $GENERATE.</summary>
    UnknownDirective,

    /// <summary>A CNAME beside other records of the same name (RFC 1034, section 3.6.2), or a second one.</summary>
    AliasBesideOthers,

    /// <summary>The file is too large.</summary>
    TooLarge,
}
