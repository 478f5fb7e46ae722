namespace Todoku.Knowledge.Blocklists;

/// <summary>What a zone lists.</summary>
[Flags]
public enum BlocklistScope : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>IPv4 addresses.</summary>
    Ip4 = 1,

    /// <summary>IPv6 addresses.</summary>
    Ip6 = 2,

    /// <summary>Domains.</summary>
    Domain = 4,
}
