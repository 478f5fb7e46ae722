namespace Todoku.Relay.Bounces.Suppression;

/// <summary>What became of a wish to change the list.</summary>
public abstract record SuppressionOutcome
{
    private SuppressionOutcome()
    {
    }

    /// <summary>It is changed, in memory and on the disk.</summary>
    /// <param name="Entry">The line that was put or taken away.</param>
    public sealed record Changed(SuppressionEntry Entry) : SuppressionOutcome;

    /// <summary>It is changed in memory; the disk did not take it, so that a restart brings the old line back.</summary>
    /// <param name="Entry">The line.</param>
    /// <param name="Detail">The words of the database.</param>
    public sealed record NotKept(SuppressionEntry Entry, string Detail) : SuppressionOutcome;

    /// <summary>The address is no address.</summary>
    public sealed record NoAddress : SuppressionOutcome;

    /// <summary>There is no such line.</summary>
    public sealed record NotThere : SuppressionOutcome;

    /// <summary>The list has as many lines as it may.</summary>
    /// <param name="Most">How many.</param>
    public sealed record Full(int Most) : SuppressionOutcome;

    /// <summary>Nothing follows.</summary>
    public sealed record None : SuppressionOutcome;
}
