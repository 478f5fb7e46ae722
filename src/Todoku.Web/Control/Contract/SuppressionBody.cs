namespace Todoku.Web.Control.Contract;

/// <summary>A line that is to be put on the suppression list.</summary>
public sealed record SuppressionBody
{
    /// <summary>The recipient.</summary>
    public string? Address { get; init; }

    /// <summary>The author domain that it shall hold for; null or empty for all mail.</summary>
    public string? AuthorDomain { get; init; }

    /// <summary>Only mail that is bulk by its header; with an author domain only.</summary>
    public bool BulkOnly { get; init; }

    /// <summary>For how many seconds; null for ever.</summary>
    public long? Seconds { get; init; }

    /// <summary>The administrator's words.</summary>
    public string? Note { get; init; }
}
