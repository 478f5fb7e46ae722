namespace Todoku.Relay.Queue.Outcomes;

/// <summary>Whether the whole queue could be read.</summary>
public abstract record LoadOutcome
{
    private LoadOutcome()
    {
    }

    /// <summary>It could.</summary>
    /// <param name="Entries">How many entries there are.</param>
    /// <param name="PossiblyTwice">How many of them an attempt had begun for when the relay was killed.</param>
    public sealed record Loaded(int Entries, int PossiblyTwice) : LoadOutcome;

    /// <summary>It could not, or only in part.</summary>
    /// <param name="Entries">How many entries were read before.</param>
    /// <param name="Fault">Why.</param>
    /// <param name="Detail">The words of the database.</param>
    public sealed record Failed(int Entries, StorageFault Fault, string Detail) : LoadOutcome;
}
