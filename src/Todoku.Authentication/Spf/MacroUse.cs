namespace Todoku.Authentication.Spf;

/// <summary>Where a macro string stands, which decides what it may hold.</summary>
internal enum MacroUse
{
    /// <summary>A domain: ends in a top-level domain or a macro; no c, r, t.</summary>
    Domain,

    /// <summary>The value of an unknown modifier: no c, r, t.</summary>
    Value,

    /// <summary>The text of an explanation: spaces, c, r and t are allowed.</summary>
    Explanation,
}
