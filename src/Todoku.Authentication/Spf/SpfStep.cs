namespace Todoku.Authentication.Spf;

/// <summary>One step of a check: a record was read, or a term was looked at.</summary>
public sealed record SpfStep
{
    /// <summary>How many includes and redirects lie above it; 0 in the record of the identity's domain.</summary>
    public required int Depth { get; init; }

    /// <summary>Whose record it is.</summary>
    public required string Domain { get; init; }

    /// <summary>The term as it stands there; null for the record itself.</summary>
    public required SpfTerm? Term { get; init; }

    /// <summary>What came of it.</summary>
    public required SpfStepOutcome Outcome { get; init; }

    /// <summary>What was found and compared.</summary>
    public SpfEvidence Evidence { get; init; } = SpfEvidence.Nothing;

    /// <summary>How many terms have asked DNS so far.</summary>
    public required int Lookups { get; init; }

    /// <summary>How many questions of terms have come to nothing so far.</summary>
    public required int VoidLookups { get; init; }
}
