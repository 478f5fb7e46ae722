using Todoku.Knowledge;
using Todoku.Knowledge.Blocklists;

namespace Todoku.Diagnosis.Checks.Blocklists;

/// <summary>A zone to ask, with the blocklist that it is of.</summary>
/// <param name="List">The blocklist.</param>
/// <param name="Zone">Its zone.</param>
public sealed record BlocklistSource(Blocklist List, BlocklistZone Zone)
{
    /// <summary>The zones that are asked without being told to.</summary>
    /// <param name="knowledge">The blocklists.</param>
    /// <param name="scope">What is looked up.</param>
    public static IReadOnlyList<BlocklistSource> Asked(KnowledgeBase knowledge, BlocklistScope scope)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        return [.. knowledge.Blocklists.SelectMany(list => list.Zones.Where(zone => zone.IsAsked && (zone.Scope & scope) != 0).Select(zone => new BlocklistSource(list, zone)))];
    }
}
