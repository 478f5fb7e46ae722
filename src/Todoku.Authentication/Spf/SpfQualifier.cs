namespace Todoku.Authentication.Spf;

/// <summary>What a mechanism says when it matches (RFC 7208, section 4.6.2).</summary>
public enum SpfQualifier
{
    /// <summary>"+", or none.</summary>
    Pass,

    /// <summary>"-".</summary>
    Fail,

    /// <summary>"~".</summary>
    SoftFail,

    /// <summary>"?".</summary>
    Neutral,
}
