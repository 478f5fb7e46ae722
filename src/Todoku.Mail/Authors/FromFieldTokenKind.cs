namespace Todoku.Mail.Authors;

/// <summary>What a piece of a From field is (RFC 5322, section 3.2).</summary>
internal enum FromFieldTokenKind : byte
{
    /// <summary>Atom text; octets from 0x80 on count as such (RFC 6532).</summary>
    Atom,

    /// <summary>A quoted string, its quotes not counted.</summary>
    Quoted,

    /// <summary>A domain literal, its brackets not counted.</summary>
    Literal,

    /// <summary>One of the specials that structure an address: <c>&lt; &gt; @ . , ; :</c>.</summary>
    Special,

    /// <summary>An octet that has no place here: a control, a backslash, a quote or parenthesis without its other half.</summary>
    Stray,
}
