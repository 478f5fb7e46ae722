namespace Todoku.Authentication.Signatures;

/// <summary>Why one signature, of DKIM or in an ARC set, has its result.</summary>
public enum SignatureReason
{
    /// <summary>It verifies.</summary>
    Verified,

    /// <summary>The field is no tag list (RFC 6376, section 3.2).</summary>
    SyntaxError,

    /// <summary>A tag that must be there is missing.</summary>
    MissingTag,

    /// <summary>The value of a tag is none.</summary>
    InvalidTag,

    /// <summary><c>v=</c> is not 1.</summary>
    UnsupportedVersion,

    /// <summary><c>a=</c> names an algorithm that is not known.</summary>
    UnsupportedAlgorithm,

    /// <summary>rsa-sha1, which must not be believed (RFC 8301, section 3.1).</summary>
    ObsoleteAlgorithm,

    /// <summary><c>c=</c> names a canonicalization that is not known.</summary>
    UnsupportedCanonicalization,

    /// <summary><c>q=</c> holds no way to ask for the key that is known.</summary>
    UnsupportedQuery,

    /// <summary><c>h=</c> does not list From (RFC 6376, section 5.4).</summary>
    FromNotSigned,

    /// <summary>An ARC message signature lists ARC-Seal (RFC 8617, section 4.1.2).</summary>
    SealSigned,

    /// <summary><c>i=</c> is not within <c>d=</c>.</summary>
    IdentityOutsideDomain,

    /// <summary><c>x=</c> is past.</summary>
    Expired,

    /// <summary>More signatures than are looked at.</summary>
    TooManySignatures,

    /// <summary>The header of the message is larger than is read.</summary>
    HeaderTooLarge,

    /// <summary>There is no key record at the name.</summary>
    NoKey,

    /// <summary>DNS gave no answer that can be relied on.</summary>
    KeyLookupFailed,

    /// <summary>The key record is no tag list, or a tag's value is none.</summary>
    KeySyntaxError,

    /// <summary>The record's <c>v=</c> is not DKIM1, or not first.</summary>
    KeyVersion,

    /// <summary>The record has no <c>p=</c>.</summary>
    KeyMissing,

    /// <summary><c>p=</c> is empty: the key was revoked.</summary>
    KeyRevoked,

    /// <summary><c>k=</c> names a type that is not known.</summary>
    KeyTypeUnknown,

    /// <summary>The key is of another type than the signature's algorithm.</summary>
    KeyTypeMismatch,

    /// <summary>The record's <c>h=</c> does not allow SHA-256.</summary>
    KeyHashNotAllowed,

    /// <summary>The record's <c>s=</c> is not for mail.</summary>
    KeyNotForMail,

    /// <summary>The record's <c>t=s</c> wants <c>i=</c> to have exactly the domain of <c>d=</c>.</summary>
    KeySubdomainNotAllowed,

    /// <summary><c>p=</c> holds no key.</summary>
    KeyUnreadable,

    /// <summary>An RSA key under 1024 bits, which must not be believed (RFC 8301, section 3.2).</summary>
    KeyTooShort,

    /// <summary>An RSA key with more bits than are used.</summary>
    KeyTooLong,

    /// <summary><c>l=</c> is more than the body has.</summary>
    BodyTooShort,

    /// <summary>The body is not the one that was signed.</summary>
    BodyHashMismatch,

    /// <summary>The header is not the one that was signed, or the key is another.</summary>
    SignatureMismatch,
}
