using Todoku.Authentication.Dmarc;

namespace Todoku.Cli.Dmarc;

/// <summary>What <c>dmarc</c> was asked for.</summary>
internal sealed record DmarcOptions
{
    /// <summary>The From field or its domain; null when not given.</summary>
    public string? From { get; init; }

    /// <summary>The domain whose organisational domain is wanted; null when not given.</summary>
    public string? OrganizationOf { get; init; }

    /// <summary>What SPF and DKIM said.</summary>
    public IReadOnlyList<AuthenticatedIdentifier> Identifiers { get; init; } = [];

    /// <summary>By which standard.</summary>
    public DmarcStandard Standard { get; init; }

    /// <summary>Whether the answer is JSON.</summary>
    public bool Json { get; init; }

    /// <summary>Whether colours are forbidden.</summary>
    public bool NoColor { get; init; }
}
