using Todoku.Knowledge.Blocklists;

namespace Todoku.Knowledge.Sources;

/// <summary>A zone of a blocklist as written.</summary>
internal sealed record BlocklistZoneDefinition(
    string Name,
    BlocklistScope Scope,
    BlocklistUse Use,
    BlocklistPolicy Policy,
    bool IsMajor,
    bool IsAsked,
    bool AsksNeighbours,
    string TestListed,
    string TestClear,
    IReadOnlyList<BlocklistCodeDefinition> Codes,
    SourcePlace Place);
