namespace Todoku.Diagnosis.Checks.Receiving;

/// <summary>How a domain receives mail.</summary>
public enum MailReceptionKind
{
    /// <summary>By the servers that its MX records name.</summary>
    Servers,

    /// <summary>It has no MX, and mail goes to its own address (RFC 5321, section 5.1).</summary>
    AddressOnly,

    /// <summary>It says that it receives none (RFC 7505).</summary>
    NullMx,

    /// <summary>It has neither.</summary>
    Nothing,

    /// <summary>There is no such domain.</summary>
    NoSuchDomain,

    /// <summary>DNS gave no answer.</summary>
    NotKnown,
}
