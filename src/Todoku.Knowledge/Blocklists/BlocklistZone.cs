namespace Todoku.Knowledge.Blocklists;

/// <summary>A DNS zone of a blocklist (RFC 5782), and what its answers mean.</summary>
public sealed record BlocklistZone
{
    /// <summary>The zone's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it lists.</summary>
    public required BlocklistScope Scope { get; init; }

    /// <summary>Whether it can be asked at all.</summary>
    public required BlocklistUse Use { get; init; }

    /// <summary>What its operator asks of those who use it.</summary>
    public required BlocklistPolicy Policy { get; init; }

    /// <summary>Whether large receivers refuse mail because of it.</summary>
    public required bool IsMajor { get; init; }

    /// <summary>Whether it is asked without being told to.</summary>
    public required bool IsAsked { get; init; }

    /// <summary>Whether it is also asked for the addresses around a sender's.</summary>
    public required bool AsksNeighbours { get; init; }

    /// <summary>An address, or the labels before the zone, that the zone lists as long as it works (RFC 5782, section 5).</summary>
    public required string TestListed { get; init; }

    /// <summary>An address, or the labels before the zone, that the zone never lists as long as it works.</summary>
    public required string TestClear { get; init; }

    /// <summary>What its return codes mean.</summary>
    public required IReadOnlyList<BlocklistCode> Codes { get; init; }
}
