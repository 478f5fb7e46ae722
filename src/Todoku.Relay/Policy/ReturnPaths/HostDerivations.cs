namespace Todoku.Relay.Policy.ReturnPaths;

/// <summary>Names and words for <see cref="HostDerivation"/>.</summary>
internal static class HostDerivations
{
    /// <summary>As programs read it.</summary>
    public static string NameOf(HostDerivation derivation) => derivation switch
    {
        HostDerivation.NoDomain => "no-domain",
        HostDerivation.LocalName => "local-name",
        HostDerivation.ThisHost => "this-host",
        HostDerivation.ClientHost => "client-host",
        HostDerivation.ListedHost => "listed-host",
        _ => "none",
    };

    /// <summary>As people read it, behind "which".</summary>
    public static string Words(HostDerivation derivation) => derivation switch
    {
        HostDerivation.NoDomain => "has no domain of its own",
        HostDerivation.LocalName => "is at localhost",
        HostDerivation.ThisHost => "is at a name of this machine",
        HostDerivation.ClientHost => "is at the name of the host that handed it in",
        HostDerivation.ListedHost => "is at a host of the rule's host-names",
        _ => "no host made up",
    };
}
