using Todoku.Knowledge;

namespace Todoku.Diagnosis;

/// <summary>What happened to the mail for one receiving provider.</summary>
public sealed record ProviderSummary
{
    /// <summary>Whose servers.</summary>
    public required Provider Provider { get; init; }

    /// <summary>Attempts that ended in some way; echoes and probes are not attempts.</summary>
    public required long Attempts { get; init; }

    /// <summary>Of these, delivered.</summary>
    public required long Delivered { get; init; }

    /// <summary>Of these, failed for now.</summary>
    public required long Deferred { get; init; }

    /// <summary>Of these, failed for good, expiry included.</summary>
    public required long Bounced { get; init; }

    /// <summary>Of these, failed by the recipient's own doing (no such mailbox, mailbox full).</summary>
    public required long RecipientFaults { get; init; }

    /// <summary>Failures by cause, most first.</summary>
    public required IReadOnlyList<CauseCount> Causes { get; init; }

    /// <summary>Stretches in which one cause prevailed, or mail was delivered; in order of time.</summary>
    public required IReadOnlyList<Phase> Phases { get; init; }

    /// <summary>Attempts over time, for charts; at most some hundred buckets of equal length.</summary>
    public required IReadOnlyList<TimeBucket> Buckets { get; init; }

    /// <summary>Share of attempts that failed by other than the recipient's doing, 0 to 1.</summary>
    public double FailedShare => Attempts == 0 ? 0 : (double)(Deferred + Bounced - RecipientFaults) / Attempts;
}
