using Todoku.Authentication.Dmarc.Discovery;
using Todoku.Mail.Authors;

namespace Todoku.Authentication.Dmarc;

/// <summary>What DMARC says about a message, and every step that led there.</summary>
public sealed record DmarcResult
{
    /// <summary>By which standard.</summary>
    public required DmarcStandard Standard { get; init; }

    /// <summary>The author's domain.</summary>
    public required AuthorDomain Author { get; init; }

    /// <summary>The result.</summary>
    public required DmarcVerdict Verdict { get; init; }

    /// <summary>Why.</summary>
    public required DmarcReason Reason { get; init; }

    /// <summary>How the record was looked for; null without an author's domain.</summary>
    public DmarcPolicyDiscovery? Discovery { get; init; }

    /// <summary>The policy; null without a record.</summary>
    public PolicyChoice? Policy { get; init; }

    /// <summary>Whether each domain is aligned, SPF first; empty without a record.</summary>
    public IReadOnlyList<IdentifierAlignment> Alignments { get; init; } = [];

    /// <summary>Whether the domain that SPF authenticated is aligned.</summary>
    public bool IsSpfAligned => IsAligned(AuthenticationMechanism.Spf);

    /// <summary>Whether a domain that DKIM authenticated is aligned.</summary>
    public bool IsDkimAligned => IsAligned(AuthenticationMechanism.Dkim);

    private bool IsAligned(AuthenticationMechanism mechanism) =>
        Alignments.Any(alignment => alignment.IsAligned && alignment.Identifier.Mechanism == mechanism);
}
