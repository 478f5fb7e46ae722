namespace Todoku.Authentication.Spf;

/// <summary>What came out of a check, with the reason.</summary>
public sealed record SpfResult
{
    /// <summary>The verdict.</summary>
    public required SpfVerdict Verdict { get; init; }

    /// <summary>Why.</summary>
    public required SpfReason Reason { get; init; }

    /// <summary>Which identity was checked.</summary>
    public required SpfIdentity Identity { get; init; }

    /// <summary>The domain that was asked about, as the sender wrote it; it need not be one.</summary>
    public required string Domain { get; init; }

    /// <summary>The text for a refused sender, as the domain publishes it; null when there is none. What it says is a stranger's word.</summary>
    public string? Explanation { get; init; }

    /// <summary>How many terms asked DNS.</summary>
    public required int Lookups { get; init; }

    /// <summary>How many of their questions came to nothing.</summary>
    public required int VoidLookups { get; init; }

    /// <summary>What was done, in order; empty unless asked for, and cut at <see cref="SpfLimits.Steps"/>.</summary>
    public IReadOnlyList<SpfStep> Steps { get; init; } = [];
}
