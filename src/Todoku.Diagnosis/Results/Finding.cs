using Todoku.Knowledge;

namespace Todoku.Diagnosis;

/// <summary>Something that is wrong, with its evidence.</summary>
public sealed record Finding
{
    /// <summary>
    /// What kind: a cause's identifier, or a situation's (<c>outbound-port-25-blocked</c>, <c>submitter-abuse</c>, <c>backscatter</c>,
    /// <c>ipv6-only</c>, <c>queue-growing</c>); the article is found by it.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>The cause.</summary>
    public required Cause Cause { get; init; }

    /// <summary>The receiving provider; null when it concerns all.</summary>
    public required Provider? Provider { get; init; }

    /// <summary>Whose doing.</summary>
    public required Fault Fault { get; init; }

    /// <summary>Whether it still fails at the end of the log.</summary>
    public required bool IsCurrent { get; init; }

    /// <summary>Attempts that failed by it.</summary>
    public required long Count { get; init; }

    /// <summary>Messages that it kept or keeps from arriving; an estimate for very many.</summary>
    public required long Messages { get; init; }

    /// <summary>Distinct recipients; an estimate for very many.</summary>
    public required long Recipients { get; init; }

    /// <summary>First failure.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Last failure.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>What was delivered since it ended; null while it still fails, or when nothing was.</summary>
    public Recovery? Recovery { get; init; }

    /// <summary>Which of the sender's identities it hits.</summary>
    public required Identity Identity { get; init; }

    /// <summary>What the replies print (<see cref="ReplyValueNames"/>), most frequent value of each name.</summary>
    public required IReadOnlyList<ReplyValue> Values { get; init; }

    /// <summary>Log lines that prove it: the first, and some of the later ones, unaltered.</summary>
    public required IReadOnlyList<string> Evidence { get; init; }

    /// <summary>Other findings that this one explains, by index into the list of findings.</summary>
    public IReadOnlyList<int> Explains { get; init; } = [];

    /// <summary>Id of the article that explains it.</summary>
    public required string Article { get; init; }

    /// <summary>Ids of the steps that mend it, in order.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>What DNS says now; empty when it was not asked.</summary>
    public IReadOnlyList<FindingFact> Facts { get; init; } = [];

    /// <summary>The exact records that some of the steps publish.</summary>
    public IReadOnlyList<StepRecords> Records { get; init; } = [];

    /// <summary>Whether DNS shows the opposite of what the replies said.</summary>
    public bool IsContradicted => Facts.Any(fact => fact.Relation == FactRelation.Contradicts);
}
