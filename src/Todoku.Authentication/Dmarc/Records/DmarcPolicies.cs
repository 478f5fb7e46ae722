using System.Diagnostics;

namespace Todoku.Authentication.Dmarc.Records;

/// <summary>The words of a record for <see cref="DmarcPolicy"/>.</summary>
public static class DmarcPolicies
{
    extension(DmarcPolicy policy)
    {
        /// <summary>The word.</summary>
        public string Word => policy switch
        {
            DmarcPolicy.None => "none",
            DmarcPolicy.Quarantine => "quarantine",
            DmarcPolicy.Reject => "reject",
            _ => throw new UnreachableException(),
        };
    }
}
