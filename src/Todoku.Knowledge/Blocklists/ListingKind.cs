namespace Todoku.Knowledge.Blocklists;

/// <summary>What a return code says of who is listed, and so whose it is to mend.</summary>
public enum ListingKind : byte
{
    /// <summary>The address or domain itself sent or advertised spam.</summary>
    Own,

    /// <summary>A machine or site was broken into, or stands open to abuse.</summary>
    Exploited,

    /// <summary>A whole range or provider is listed, whoever in it did it.</summary>
    Network,

    /// <summary>An address or a range; the code does not tell which, the neighbours do.</summary>
    Either,

    /// <summary>Not meant to send mail directly, or without the names that a mail server has; no accusation.</summary>
    Policy,

    /// <summary>A computed reputation is bad.</summary>
    Reputation,

    /// <summary>A listing of the good: never a reason to refuse.</summary>
    Allow,

    /// <summary>A remark that is neither good nor bad.</summary>
    Neutral,

    /// <summary>No listing: the zone does not answer this resolver.</summary>
    Refused,
}
