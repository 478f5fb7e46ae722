using Todoku.Relay.Queue;

namespace Todoku.Relay.Routing.Paths;

/// <summary>A block with what need not outlive a restart.</summary>
internal sealed class BlockEntry(PathBlock block)
{
    /// <summary>The block.</summary>
    public PathBlock Block { get; set; } = block;

    /// <summary>The message that tests the path.</summary>
    public EntryId Probe { get; set; }

    /// <summary>When it began to.</summary>
    public DateTimeOffset ProbeAt { get; set; }

    /// <summary>How many messages asked for the path while it opens.</summary>
    public int Asked { get; set; }

    /// <summary>Whether it was told that no path is left.</summary>
    public bool IsExhaustionTold { get; set; }
}
