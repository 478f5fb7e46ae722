namespace Todoku.Relay.Policy;

/// <summary>Something that the policy did to a message, or did not do and why.</summary>
public abstract record PolicyNote
{
    private PolicyNote()
    {
    }

    /// <summary>A field that was missing was added.</summary>
    /// <param name="Name">Its name.</param>
    public sealed record FieldAdded(string Name) : PolicyNote;

    /// <summary>A field is missing and stays so: a signature vouches that there is none, and would break.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="SigningDomain">Whose signature (d=).</param>
    public sealed record FieldNotAdded(string Name, string SigningDomain) : PolicyNote;

    /// <summary>All fields of a name were taken out.</summary>
    /// <param name="Name">The name.</param>
    /// <param name="Count">How many there were.</param>
    public sealed record FieldRemoved(string Name, int Count) : PolicyNote;

    /// <summary>Fields that should not travel are left in: a signature covers them, and would break.</summary>
    /// <param name="Name">Their name.</param>
    /// <param name="SigningDomain">Whose signature (d=).</param>
    public sealed record FieldNotRemoved(string Name, string SigningDomain) : PolicyNote;

    /// <summary>The "From " line of a mailbox file before the header was taken out: it is no part of a message.</summary>
    public sealed record MailboxLineRemoved : PolicyNote;

    /// <summary>A line of the header is no field: the header ends before it, and what follows is text, as other mail servers read it too.</summary>
    public sealed record HeaderEnded : PolicyNote;

    /// <summary>The envelope sender was not changed: the rule only says what it would have done.</summary>
    /// <param name="Rule">The rule's name.</param>
    /// <param name="Sender">The sender that it would have set; for VERP the domain.</param>
    public sealed record ReturnPathDryRun(string Rule, string Sender) : PolicyNote;

    /// <summary>It is not signed.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record NotSigned(NotSignedReason Reason) : PolicyNote;

    /// <summary>It is signed by the relay for an author's domain that has no key: the signature counts for the relay's reputation, not for DMARC.</summary>
    /// <param name="SigningDomain">The relay's domain (d=).</param>
    /// <param name="AuthorDomain">The domain of the From field; null when there is no one domain.</param>
    public sealed record SignedByRelay(string SigningDomain, string? AuthorDomain) : PolicyNote;
}
