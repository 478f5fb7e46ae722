namespace Todoku.Relay.Queue.Retry;

/// <summary>When a message that failed for now is tried again.</summary>
public abstract record RetryDecision
{
    private RetryDecision()
    {
    }

    /// <summary>After a wait.</summary>
    /// <param name="Wait">How long.</param>
    /// <param name="IsNamed">Whether the reply named it.</param>
    public sealed record Again(TimeSpan Wait, bool IsNamed) : RetryDecision;

    /// <summary>Never: it is too old.</summary>
    /// <param name="Limit">The age that it passed.</param>
    public sealed record GiveUp(TimeSpan Limit) : RetryDecision;
}
