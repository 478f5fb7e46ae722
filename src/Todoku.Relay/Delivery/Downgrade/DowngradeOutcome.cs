namespace Todoku.Relay.Delivery.Downgrade;

/// <summary>What became of a message that had to lose its octets above 127.</summary>
public abstract record DowngradeOutcome
{
    private DowngradeOutcome()
    {
    }

    /// <summary>It has none any more.</summary>
    /// <param name="Octets">The message as it is sent.</param>
    public sealed record Converted(byte[] Octets) : DowngradeOutcome;

    /// <summary>It can't be converted.</summary>
    /// <param name="Why">Why, for the sender.</param>
    public sealed record NotPossible(string Why) : DowngradeOutcome;

    /// <summary>It could not be read, or the relay stops: it is tried again.</summary>
    /// <param name="Why">Why.</param>
    public sealed record NotNow(string Why) : DowngradeOutcome;
}
