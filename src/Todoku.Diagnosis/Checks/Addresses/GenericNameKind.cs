namespace Todoku.Diagnosis.Checks.Addresses;

/// <summary>What makes a reverse name look as if nobody had chosen it.</summary>
public enum GenericNameKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A name of a provider for all its hosts, which its customers may change.</summary>
    ProviderDefault,

    /// <summary>A word for lines of homes or for addresses that change.</summary>
    AccessLine,

    /// <summary>The address is written in the name.</summary>
    AddressInName,
}
