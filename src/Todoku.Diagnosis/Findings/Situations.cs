namespace Todoku.Diagnosis.Findings;

/// <summary>Identifiers of what is found from many lines rather than from one reply; the articles bear the same names.</summary>
public static class Situations
{
    /// <summary>The envelope sender is the sending host's own name.</summary>
    public const string ReturnPathMismatch = "return-path-mismatch";

    /// <summary>No host can be reached on port 25.</summary>
    public const string OutboundPort25Blocked = "outbound-port-25-blocked";

    /// <summary>One account or script makes most of the failures or of the volume.</summary>
    public const string SubmitterAbuse = "submitter-abuse";

    /// <summary>The server sends failure notices to strangers.</summary>
    public const string Backscatter = "backscatter";

    /// <summary>Mail fails over IPv6 only.</summary>
    public const string Ipv6Only = "ipv6-only";

    /// <summary>The queue grows.</summary>
    public const string QueueGrowing = "queue-growing";

    /// <summary>All mail goes through one smart host, which learns later what receivers say.</summary>
    public const string RelaySaysLater = "relay-says-later";

    /// <summary>A signer could not sign.</summary>
    public const string SigningMissing = "signing-missing";

    /// <summary>The network of the address is listed, not the address alone.</summary>
    public const string NetworkBlocklisted = "network-blocklisted";

    /// <summary>A relay does not use one of its ways out for a provider that refuses it.</summary>
    public const string PathSuspended = "path-suspended";

    /// <summary>A relay uses such a way for a part of the mail again.</summary>
    public const string PathOpening = "path-opening";

    /// <summary>A relay uses such a way for all mail again.</summary>
    public const string PathReopened = "path-reopened";

    /// <summary>A relay has no way out left for a provider, and holds its mail.</summary>
    public const string NoPathOpen = "no-path-open";

    /// <summary>One cause is gone, another is left.</summary>
    public const string Progress = "progress";
}
