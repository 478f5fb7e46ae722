namespace Todoku.Web.Control.Contract;

/// <summary>One line of the suppression list.</summary>
public sealed record SuppressionLine
{
    /// <summary>The recipient.</summary>
    public required string Address { get; init; }

    /// <summary>Which mail is held back: <c>all</c>, <c>author-domain</c>, <c>author-domain-bulk</c>.</summary>
    public string Scope { get; init; } = "all";

    /// <summary>The author domain that it holds for; empty for all mail.</summary>
    public string AuthorDomain { get; init; } = "";

    /// <summary><c>recipient-unknown</c>, <c>recipient-disabled</c>, <c>complaint</c>, <c>manual</c>.</summary>
    public string Reason { get; init; } = "manual";

    /// <summary>What it rests on, in the words of who said it.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Until when; null for ever.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>How many times it came to this.</summary>
    public int Times { get; init; } = 1;
}
