namespace Todoku.Knowledge;

/// <summary>What kind of change a step makes. Plans are ordered by it; the reasons for the order stand in PlanOrder.</summary>
public enum StepGroup : byte
{
    /// <summary>Find out more before anything is changed.</summary>
    Inspect,

    /// <summary>Stop what goes wrong now: a hacked account or script, backscatter, a loop.</summary>
    StopLeak,

    /// <summary>Send less or slower.</summary>
    SlowDown,

    /// <summary>The sending server's own configuration: network, TLS, credentials, transport.</summary>
    Server,

    /// <summary>Reverse DNS.</summary>
    Ptr,

    /// <summary>HELO name.</summary>
    Helo,

    /// <summary>Envelope sender.</summary>
    ReturnPath,

    /// <summary>SPF record.</summary>
    Spf,

    /// <summary>DKIM key and signing.</summary>
    Dkim,

    /// <summary>DMARC record and policy.</summary>
    Dmarc,

    /// <summary>What the message holds.</summary>
    Content,

    /// <summary>The recipient list: dead, full or closed mailboxes.</summary>
    Recipients,

    /// <summary>Ask a blocklist to remove the address.</summary>
    Delist,

    /// <summary>Ask the provider, or the hosting company.</summary>
    Ask,

    /// <summary>Send by another way: a relay, another address.</summary>
    Relay,

    /// <summary>Wait and watch.</summary>
    Wait,
}
