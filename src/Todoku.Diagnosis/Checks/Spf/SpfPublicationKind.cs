namespace Todoku.Diagnosis.Checks.Spf;

/// <summary>Whether a domain publishes an SPF record.</summary>
public enum SpfPublicationKind
{
    /// <summary>It publishes one.</summary>
    One,

    /// <summary>It publishes several, which is an error (RFC 7208, section 4.5).</summary>
    Several,

    /// <summary>It publishes none.</summary>
    None,

    /// <summary>There is no such domain.</summary>
    NoSuchDomain,

    /// <summary>DNS gave no answer.</summary>
    NotKnown,
}
