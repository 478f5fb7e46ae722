namespace Todoku.Knowledge.Sources;

/// <summary>A public blocklist and how replies name it.</summary>
/// <param name="Id">Its identifier; its rule is shown as <c>blocklist.ID</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it lists.</param>
/// <param name="ReplyWords">Any of these in a reply names it.</param>
/// <param name="Url">Where a listing is looked up.</param>
/// <param name="Article">The article it names; null: <c>blocklist.ID</c> when there is one, else that of the cause.</param>
/// <param name="Samples">Real replies.</param>
/// <param name="Zones">Its DNS zones.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record BlocklistDefinition(
    string Id,
    string Name,
    BlocklistKind Kind,
    IReadOnlyList<Anchor> ReplyWords,
    string Url,
    string? Article,
    IReadOnlyList<SampleDefinition> Samples,
    IReadOnlyList<BlocklistZoneDefinition> Zones,
    SourcePlace Place);
