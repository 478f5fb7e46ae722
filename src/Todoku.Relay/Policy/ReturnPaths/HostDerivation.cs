namespace Todoku.Relay.Policy.ReturnPaths;

/// <summary>Why a sender is one that a host made up.</summary>
public enum HostDerivation : byte
{
    /// <summary>It is none.</summary>
    None,

    /// <summary>It has no domain, or an address in brackets.</summary>
    NoDomain,

    /// <summary>Its domain is <c>localhost</c>, <c>localdomain</c> or below one of them.</summary>
    LocalName,

    /// <summary>Its domain is a name of the relay's own machine.</summary>
    ThisHost,

    /// <summary>Its domain is the name of the host that handed the mail in.</summary>
    ClientHost,

    /// <summary>Its domain is one that the rule lists (<c>host-names</c>).</summary>
    ListedHost,
}
