namespace Todoku.Knowledge;

/// <summary>The closed list of what a failed delivery is caused by, from the sender's side. The identifiers stand in <see cref="Causes"/>.</summary>
public enum Cause : byte
{
    /// <summary>Can't be told from the text.</summary>
    Unknown,

    /// <summary>The provider's own view of the sending IP or network is bad.</summary>
    IpReputation,

    /// <summary>A named public blocklist has the IP.</summary>
    IpBlocklisted,

    /// <summary>Sending, From or URL domain has a bad name or is on a domain blocklist.</summary>
    DomainReputation,

    /// <summary>The message itself is judged spam or unsolicited.</summary>
    SpamContent,

    /// <summary>Neither SPF nor DKIM passes.</summary>
    Unauthenticated,

    /// <summary>SPF fails, by the reply's own words.</summary>
    SpfFail,

    /// <summary>DKIM fails, by the reply's own words.</summary>
    DkimFail,

    /// <summary>DMARC fails, by the reply's own words.</summary>
    DmarcFail,

    /// <summary>Reverse DNS is missing, not forward-confirmed, or generic.</summary>
    NoPtr,

    /// <summary>The HELO name is not a resolvable host name.</summary>
    BadHelo,

    /// <summary>The MAIL FROM address or domain is refused.</summary>
    SenderRejected,

    /// <summary>The envelope sender is the host's own name, not aligned with From.</summary>
    ReturnPathMismatch,

    /// <summary>Too many messages, connections or recipients.</summary>
    RateLimited,

    /// <summary>First-contact delay.</summary>
    Greylisted,

    /// <summary>No such mailbox.</summary>
    RecipientUnknown,

    /// <summary>The mailbox exists but is closed or suspended.</summary>
    RecipientDisabled,

    /// <summary>The mailbox is over its quota.</summary>
    MailboxFull,

    /// <summary>The recipient's or its administrator's own filter.</summary>
    RecipientRefused,

    /// <summary>Attachment type, link or header refused by policy.</summary>
    ContentBlocked,

    /// <summary>A virus was found.</summary>
    Virus,

    /// <summary>The message is larger than the receiver takes.</summary>
    MessageTooLarge,

    /// <summary>The message or the dialogue breaks a standard.</summary>
    RfcViolation,

    /// <summary>Refused by an unspecified policy of the receiver.</summary>
    Policy,

    /// <summary>The server does not take mail for that recipient from us.</summary>
    RelayDenied,

    /// <summary>The server wants submission credentials.</summary>
    AuthRequired,

    /// <summary>TLS is demanded and was not used.</summary>
    TlsRequired,

    /// <summary>Handshake or certificate failed.</summary>
    TlsFailed,

    /// <summary>The receiving host or domain is not in DNS.</summary>
    HostNotFound,

    /// <summary>The receiving host refused the connection.</summary>
    ConnectionRefused,

    /// <summary>The receiving host did not answer in time, when called or within the dialogue.</summary>
    ConnectionTimeout,

    /// <summary>The receiver's own temporary or internal error, or it dropped the connection.</summary>
    RemoteError,

    /// <summary>Given up after the queue lifetime; the cause is that of the last attempt.</summary>
    Expired,

    /// <summary>The sending mail server's own mistake (loop, unknown transport).</summary>
    LocalConfig,
}
