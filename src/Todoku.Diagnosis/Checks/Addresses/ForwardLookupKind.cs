namespace Todoku.Diagnosis.Checks.Addresses;

/// <summary>Whether a name leads to addresses of one family.</summary>
public enum ForwardLookupKind
{
    /// <summary>It does.</summary>
    Found,

    /// <summary>The name exists and has none.</summary>
    None,

    /// <summary>There is no such name.</summary>
    NoSuchName,

    /// <summary>DNS gave no answer.</summary>
    NotKnown,
}
