namespace Todoku.Apply.Changes;

/// <summary>What comes of a request on this host.</summary>
public abstract record Proposal
{
    private Proposal()
    {
    }

    /// <summary>There is something to change.</summary>
    public sealed record Ready(Change Change) : Proposal;

    /// <summary>It is so already.</summary>
    public sealed record AlreadySo : Proposal;

    /// <summary>It can't be changed here.</summary>
    /// <param name="Obstacle">Why.</param>
    /// <param name="Detail">What stands in the way: a file, a message of a program, a list.</param>
    public sealed record Impossible(Obstacle Obstacle, string Detail) : Proposal;
}
