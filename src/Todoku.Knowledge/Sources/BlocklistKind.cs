namespace Todoku.Knowledge.Sources;

/// <summary>What a blocklist lists.</summary>
internal enum BlocklistKind : byte
{
    /// <summary>IP addresses.</summary>
    Ip,

    /// <summary>Domains and hosts in links.</summary>
    Domain,

    /// <summary>Both; the reply's other words tell which is meant.</summary>
    Both,
}
