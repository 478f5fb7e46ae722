namespace Todoku.Authentication.Dmarc;

/// <summary>By which text DMARC is evaluated; they differ in how the organisational domain is found and in the tags.</summary>
public enum DmarcStandard
{
    /// <summary>RFC 9989: DNS tree walk; tags np, psd and t.</summary>
    Rfc9989,

    /// <summary>RFC 7489, which RFC 9989 replaced: public suffix list; tags pct, rf and ri; p must follow v.</summary>
    Rfc7489,
}
