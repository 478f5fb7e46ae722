using Todoku.Dns.Zones;

namespace Todoku.Dns.Serving;

/// <summary>What a name server answers to a question.</summary>
/// <param name="Code">How it went.</param>
/// <param name="Records">The records, CNAMEs that led to them first; empty when there are none.</param>
/// <param name="Authority">The SOA record of the zone that says that there is nothing (RFC 2308, section 2); null with records.</param>
public sealed record ServedAnswer(ServedCode Code, IReadOnlyList<ZoneRecord> Records, ZoneRecord? Authority)
{
    /// <summary>An answer without records, for a question that can't be answered.</summary>
    public static ServedAnswer Of(ServedCode code) => new(code, [], null);
}
