namespace Todoku.Apply.Changes;

/// <summary>What is changed.</summary>
public enum ChangeKind
{
    /// <summary>Postfix sends all mail through a relay.</summary>
    RelayHost,

    /// <summary>Postfix replaces the envelope sender.</summary>
    ReturnPath,

    /// <summary>The name that Postfix says in HELO.</summary>
    Helo,

    /// <summary>Postfix sends by IPv4 only.</summary>
    IPv4Only,

    /// <summary>Postfix hands mail to a program that signs it.</summary>
    Dkim,

    /// <summary>How PHP calls sendmail.</summary>
    PhpSendmail,

    /// <summary>Records of a DNS zone.</summary>
    Dns,

    /// <summary>Postfix sends mail to some domains through a relay.</summary>
    RelayForDomains,
}
