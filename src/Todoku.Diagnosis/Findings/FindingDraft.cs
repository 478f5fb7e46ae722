using Todoku.Diagnosis.Timeline;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Findings;

/// <summary>A finding before it has its place among the others. Times are UTC ticks.</summary>
internal sealed class FindingDraft
{
    public required string Kind { get; init; }

    public required Cause Cause { get; init; }

    public required Provider? Provider { get; init; }

    public required bool IsCurrent { get; init; }

    /// <summary>Something to know rather than something that is wrong.</summary>
    public bool IsNote { get; init; }

    /// <summary>Whether all that failed was delivered later, by itself.</summary>
    public bool HasHealed { get; init; }

    /// <summary>What was delivered since it ended; null when it has not, or nothing was.</summary>
    public RecoveryDraft? Recovery { get; init; }

    public required long Count { get; init; }

    public required long Messages { get; init; }

    public required long Recipients { get; init; }

    public required long First { get; init; }

    public required long Last { get; init; }

    public required Identity Identity { get; init; }

    public required IReadOnlyList<ReplyValue> Values { get; init; }

    public required IReadOnlyList<string> Evidence { get; init; }

    /// <summary>The article, null when knowledge has none.</summary>
    public required Article? Article { get; init; }

    /// <summary>Whose doing, by the article or else the cause.</summary>
    public Fault Fault => FaultOverride ?? Article?.Fault ?? CauseTraits.DefaultFault(Cause);

    /// <summary>Whose doing, where the situation tells better than the article.</summary>
    public Fault? FaultOverride { get; init; }

    /// <summary>The findings that this one explains.</summary>
    public List<FindingDraft> Explains { get; } = [];

    /// <summary>Whether this is what replies said of one cause, not concluded from many lines.</summary>
    public bool IsOfCause => Kind is not Situations.ReturnPathMismatch && (Kind == Cause.Id || Kind == Situations.NetworkBlocklisted);
}
