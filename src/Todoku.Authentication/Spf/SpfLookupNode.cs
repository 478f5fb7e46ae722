namespace Todoku.Authentication.Spf;

/// <summary>A record and what it costs at worst: when no mechanism before <c>all</c> matches (RFC 7208, section 4.6.4).</summary>
public sealed record SpfLookupNode
{
    /// <summary>Whose record it is.</summary>
    public required string Domain { get; init; }

    /// <summary>The term that led here: an include or a redirect; null at the top.</summary>
    public SpfTerm? Term { get; init; }

    /// <summary>The record; null when there is none that can be used, see <see cref="Problem"/>.</summary>
    public SpfRecord? Record { get; init; }

    /// <summary>Why the record can't be used; null when it can.</summary>
    public SpfReason? Problem { get; init; }

    /// <summary>Whether this domain stands above itself: a check would go round until the limit.</summary>
    public bool IsLoop { get; init; }

    /// <summary>Whether the domain depends on the mail, so that what lies behind it can't be counted.</summary>
    public bool HasMacros { get; init; }

    /// <summary>The terms of this record that ask DNS, in order.</summary>
    public IReadOnlyList<SpfTerm> Terms { get; init; } = [];

    /// <summary>The records that its includes and its redirect lead to, in order.</summary>
    public IReadOnlyList<SpfLookupNode> Children { get; init; } = [];

    /// <summary>How many look-ups it costs with all that it leads to. More than <see cref="SpfLimits.Lookups"/> at the top is an error.</summary>
    public int Lookups => Terms.Count + Children.Sum(child => child.Lookups);
}
