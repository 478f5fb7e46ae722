namespace Todoku.Diagnosis.Checks.Dkim;

/// <summary>What stands at the name of a DKIM key.</summary>
public enum DkimPublicationKind
{
    /// <summary>TXT records that may be a key.</summary>
    Found,

    /// <summary>Only what a wildcard puts at every name: no key of this selector.</summary>
    Wildcard,

    /// <summary>No TXT record.</summary>
    Missing,

    /// <summary>DNS gave no answer.</summary>
    NotKnown,
}
