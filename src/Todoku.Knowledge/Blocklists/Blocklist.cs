namespace Todoku.Knowledge.Blocklists;

/// <summary>A public blocklist.</summary>
/// <param name="Id">Its identifier, as in <c>blocklists.toml</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Url">Where a listing is looked up and lifted.</param>
/// <param name="Zones">Its DNS zones; none when it is known by its words in replies only.</param>
public sealed record Blocklist(string Id, string Name, string Url, IReadOnlyList<BlocklistZone> Zones);
