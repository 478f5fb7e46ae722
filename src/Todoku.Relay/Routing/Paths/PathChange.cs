namespace Todoku.Relay.Routing.Paths;

/// <summary>What an attempt changed about a path.</summary>
internal abstract record PathChange(PathBlock Block)
{
    public sealed record Suspended(PathBlock Block) : PathChange(Block);

    public sealed record Opening(PathBlock Block) : PathChange(Block);

    public sealed record Opened(PathBlock Block) : PathChange(Block);
}
