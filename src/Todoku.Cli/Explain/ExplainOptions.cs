namespace Todoku.Cli.Explain;

/// <summary>What <c>explain</c> is asked for.</summary>
internal sealed record ExplainOptions
{
    /// <summary>The text; empty: standard input.</summary>
    public required string Text { get; init; }

    /// <summary>The host that said it; empty when the text tells.</summary>
    public required string Relay { get; init; }

    public required bool Json { get; init; }

    public required bool NoColor { get; init; }

    public required string? Knowledge { get; init; }
}
