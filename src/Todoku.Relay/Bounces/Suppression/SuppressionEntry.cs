namespace Todoku.Relay.Bounces.Suppression;

/// <summary>One line of the suppression list.</summary>
public sealed record SuppressionEntry
{
    /// <summary>The recipient, in the form of <see cref="SuppressionKey"/>.</summary>
    public required string Address { get; init; }

    /// <summary>Which mail is held back.</summary>
    public SuppressionScope Scope { get; init; }

    /// <summary>The author domain that it holds for; empty with <see cref="SuppressionScope.All"/>.</summary>
    public string AuthorDomain { get; init; } = "";

    /// <summary>Why.</summary>
    public required SuppressionReason Reason { get; init; }

    /// <summary>What it rests on: the reply, the service that complained, the administrator's words.</summary>
    public required string Evidence { get; init; }

    /// <summary>Since when; of the last time when there were several.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Until when; null for ever.</summary>
    public required DateTimeOffset? Until { get; init; }

    /// <summary>How many times it came to this.</summary>
    public int Times { get; init; } = 1;
}
