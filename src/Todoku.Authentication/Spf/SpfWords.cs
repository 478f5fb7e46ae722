using System.Diagnostics;

namespace Todoku.Authentication.Spf;

/// <summary>Writes SPF's words as the RFCs spell them.</summary>
public static class SpfWords
{
    /// <summary>The verdict in the RFC's words (RFC 8601, section 2.7.2).</summary>
    public static string ToWord(this SpfVerdict verdict) => verdict switch
    {
        SpfVerdict.None => "none",
        SpfVerdict.Neutral => "neutral",
        SpfVerdict.Pass => "pass",
        SpfVerdict.Fail => "fail",
        SpfVerdict.SoftFail => "softfail",
        SpfVerdict.TempError => "temperror",
        SpfVerdict.PermError => "permerror",
        _ => throw new UnreachableException(),
    };

    /// <summary>The verdict of a mechanism that matches (RFC 7208, section 4.6.2).</summary>
    public static SpfVerdict ToVerdict(this SpfQualifier qualifier) => qualifier switch
    {
        SpfQualifier.Pass => SpfVerdict.Pass,
        SpfQualifier.Fail => SpfVerdict.Fail,
        SpfQualifier.SoftFail => SpfVerdict.SoftFail,
        SpfQualifier.Neutral => SpfVerdict.Neutral,
        _ => throw new UnreachableException(),
    };
}
