using System.Diagnostics;

namespace Todoku.Authentication.Dmarc;

/// <summary>The words of RFC 8601 for <see cref="DmarcVerdict"/>.</summary>
public static class DmarcVerdicts
{
    extension(DmarcVerdict verdict)
    {
        /// <summary>The word.</summary>
        public string Word => verdict switch
        {
            DmarcVerdict.None => "none",
            DmarcVerdict.Pass => "pass",
            DmarcVerdict.Fail => "fail",
            DmarcVerdict.TempError => "temperror",
            _ => throw new UnreachableException(),
        };
    }
}
