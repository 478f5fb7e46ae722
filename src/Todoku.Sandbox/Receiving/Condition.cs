namespace Todoku.Sandbox.Receiving;

/// <summary>What a profile can ask about a client, an envelope or a message. <see cref="Conditions"/> has their words and where in the dialogue they are known.</summary>
public enum Condition
{
    /// <summary>Any client.</summary>
    Always,

    /// <summary>The address has no PTR record.</summary>
    NoPtr,

    /// <summary>It has none whose name has the address (no forward-confirmed reverse DNS).</summary>
    PtrNotConfirmed,

    /// <summary>The address is IPv6.</summary>
    OverIPv6,

    /// <summary>A blocklist of the world lists the address.</summary>
    Listed,

    /// <summary>The provider thinks very little of the address: a score below 20.</summary>
    AddressReputationVeryLow,

    /// <summary>The provider thinks little of the address: a score below 40.</summary>
    AddressReputationLow,

    /// <summary>More messages came from the address than the profile takes in its time.</summary>
    TooFast,

    /// <summary>Chance, once in three times.</summary>
    Sometimes,

    /// <summary>The connection is not encrypted.</summary>
    NoTls,

    /// <summary>The name of EHLO is no name with a dot in it.</summary>
    HelloNoName,

    /// <summary>The name of EHLO has no address.</summary>
    HelloUnknown,

    /// <summary>The domain of the envelope sender has neither a mail server nor an address.</summary>
    SenderDomainUnknown,

    /// <summary>SPF fails.</summary>
    SpfFail,

    /// <summary>SPF does anything but pass.</summary>
    SpfNotPass,

    /// <summary>There is no such recipient.</summary>
    UnknownUser,

    /// <summary>This address writes from this sender to this recipient for the first time.</summary>
    FirstSeen,

    /// <summary>Neither SPF nor DKIM passes.</summary>
    Unauthenticated,

    /// <summary>DKIM does anything but pass.</summary>
    DkimNotPass,

    /// <summary>DMARC fails, and the domain wants such mail refused.</summary>
    DmarcReject,

    /// <summary>No domain that SPF or DKIM passes for is the author's.</summary>
    NotAligned,

    /// <summary>The provider thinks little of the author's domain: a score below 40.</summary>
    DomainReputationLow,

    /// <summary>The author's domain is a mobile carrier's, and the client no host of it.</summary>
    CarrierSpoofed,

    /// <summary>The recipient refuses mail from computers (users whose names begin with <c>filter</c>).</summary>
    RecipientFilters,

    /// <summary>The recipient refuses mail with links (users whose names begin with <c>nolink</c>), and there is one.</summary>
    RecipientFiltersLinks,

    /// <summary>The message has no From field, or several.</summary>
    NoAuthor,
}
