namespace Todoku.Authentication.Dmarc;

/// <summary>What authenticated a domain (RFC 9989, section 4.3).</summary>
public enum AuthenticationMechanism
{
    /// <summary>SPF: the domain of the return path.</summary>
    Spf,

    /// <summary>DKIM: the signing domain, tag d.</summary>
    Dkim,
}
