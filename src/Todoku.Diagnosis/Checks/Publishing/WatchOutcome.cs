namespace Todoku.Diagnosis.Checks.Publishing;

/// <summary>How a wait for records ended.</summary>
public enum WatchOutcome
{
    /// <summary>All name servers and the resolver show them.</summary>
    Visible,

    /// <summary>All name servers show something new that is not what was waited for.</summary>
    OtherRecord,

    /// <summary>The time is over.</summary>
    TimedOut,

    /// <summary>The domain's name servers could not be found.</summary>
    NoServers,
}
