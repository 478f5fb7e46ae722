using Todoku.Authentication.TagLists;
using Todoku.Mail;
using Todoku.Mail.Messages;

namespace Todoku.Authentication.Signatures;

/// <summary>A signature over a message as its field states it: a DKIM-Signature (RFC 6376, section 3.5) or an ARC-Message-Signature (RFC 8617, section 4.1.2).</summary>
public sealed record SignatureField
{
    /// <summary>The field.</summary>
    public required HeaderField Field { get; init; }

    /// <summary>Where the field stands among all fields, from 0.</summary>
    public required int Index { get; init; }

    /// <summary><c>a=</c>.</summary>
    public SigningAlgorithm Algorithm { get; init; }

    /// <summary><c>d=</c>; the root when it can't be read.</summary>
    public DomainName Domain { get; init; } = DomainName.Root;

    /// <summary><c>s=</c>.</summary>
    public string Selector { get; init; } = "";

    /// <summary>The name that the key is asked at.</summary>
    public DomainName KeyName { get; init; } = DomainName.Root;

    /// <summary><c>i=</c> as written, or empty.</summary>
    public string Identity { get; init; } = "";

    /// <summary>The domain of <c>i=</c>, by default that of <c>d=</c>.</summary>
    public DomainName IdentityDomain { get; init; } = DomainName.Root;

    /// <summary>The form of the header.</summary>
    public Canonicalization HeaderCanonicalization { get; init; }

    /// <summary>The form of the body.</summary>
    public Canonicalization BodyCanonicalization { get; init; }

    /// <summary>Whether the field has <c>c=</c>.</summary>
    public bool StatesCanonicalization { get; init; }

    /// <summary><c>h=</c>: the names of the signed fields in their order.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> SignedHeaders { get; init; } = [];

    /// <summary><c>bh=</c>.</summary>
    public byte[] BodyHash { get; init; } = [];

    /// <summary><c>b=</c>.</summary>
    public byte[] Signature { get; init; } = [];

    /// <summary><c>l=</c>: how many octets of the canonical body are signed; null for all.</summary>
    public long? BodyLength { get; init; }

    /// <summary><c>t=</c>, in seconds since 1970.</summary>
    public long? SignedAt { get; init; }

    /// <summary><c>x=</c>, in seconds since 1970.</summary>
    public long? ExpiresAt { get; init; }

    /// <summary>Why it can't be used, or null.</summary>
    public SignatureReason? Problem { get; init; }

    /// <summary>The tag that is wrong, or its value.</summary>
    public string ProblemDetail { get; init; } = "";

    /// <summary>Where the field is no tag list, when that is the problem.</summary>
    public TagListError? SyntaxError { get; init; }

    // Where the value of b= stands in the field's value.
    internal int SignatureStart { get; init; }

    internal int SignatureEnd { get; init; }
}
