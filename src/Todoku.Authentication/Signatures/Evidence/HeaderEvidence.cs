namespace Todoku.Authentication.Signatures.Evidence;

/// <summary>What happened to a header whose signature does not verify, as far as it can be told.</summary>
public abstract record HeaderEvidence
{
    private HeaderEvidence()
    {
    }

    /// <summary>The signature was made with another key than the published one, or its value was damaged.</summary>
    public sealed record OtherKey : HeaderEvidence;

    /// <summary>The key is right, so signed fields were changed, added or removed; which can't be told.</summary>
    public sealed record Changed : HeaderEvidence;

    /// <summary>Without this field the signature verifies: it was added after signing.</summary>
    /// <param name="Index">The field's place among all fields.</param>
    public sealed record FieldAdded(int Index) : HeaderEvidence;

    /// <summary>A mailing list put a tag before the subject.</summary>
    /// <param name="Tag">The tag: "[list]".</param>
    public sealed record SubjectTagged(string Tag) : HeaderEvidence;

    /// <summary>The signer used another canonicalization than it states.</summary>
    /// <param name="Form">The one it used.</param>
    public sealed record OtherCanonicalization(Canonicalization Form) : HeaderEvidence;

    /// <summary>The signer took repeated fields from the top, where the last one counts (RFC 6376, section 5.4.2), or their order was changed.</summary>
    public sealed record OrderOfRepeated : HeaderEvidence;
}
