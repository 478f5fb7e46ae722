using Todoku.Mail;

namespace Todoku.Relay.Policy.ReturnPaths;

/// <summary>What becomes of the envelope sender of a message.</summary>
public sealed record ReturnPathResult
{
    /// <summary>The rule that fits; null when none does, and for the null sender, which no rule is asked about.</summary>
    public ReturnPathRule? Rule { get; init; }

    /// <summary>The sender that is set, or, when <see cref="IsDryRun"/>, would be; empty for the null sender. Under VERP that which was handed in.</summary>
    public required string Sender { get; init; }

    /// <summary>Why the sender that was handed in is one that a host made up; none where no rule for such senders fits.</summary>
    public HostDerivation HostDerived { get; init; }

    /// <summary>The domain under which each recipient gets a sender of its own; null without.</summary>
    public DomainName? VerpDomain { get; init; }

    /// <summary>Whether it is another sender than was handed in.</summary>
    public bool IsChanged { get; init; }

    /// <summary>Whether the rule only says what it would do: nothing is changed.</summary>
    public bool IsDryRun => Rule is { IsDryRun: true };

    /// <summary>How the sender that was handed in stands to the From field: whether SPF counts for DMARC.</summary>
    public DomainAlignment Before { get; init; }

    /// <summary>The same of the sender that is set.</summary>
    public DomainAlignment After { get; init; }

    /// <summary>The rules that were tried, in their order; only from <see cref="ReturnPathPolicy.Explain"/>.</summary>
    public IReadOnlyList<RuleStep> Steps { get; init; } = [];
}
