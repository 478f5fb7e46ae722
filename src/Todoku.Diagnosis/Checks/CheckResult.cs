using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks;

/// <summary>How one point of the checklist stands for one subject, with what was seen. The words for it are knowledge (<c>checks/</c>).</summary>
/// <param name="Check">The point: <c>spf</c>, <c>ptr</c> ...</param>
/// <param name="Outcome">Which of its outcomes.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Subject">What was looked at: a domain, an address, a selector's name.</param>
public sealed record CheckResult(string Check, string Outcome, CheckStatus Status, string Subject)
{
    /// <summary>Id of the article with its texts.</summary>
    public string Article => $"check.{Check}.{Outcome}";

    /// <summary>Whether it is not known because DNS gave no answer.</summary>
    public bool IsUnanswered => Status == CheckStatus.NotKnown && (Outcome is "unanswered" or "no-answer");

    /// <summary>What was seen, as it was seen: records, answers, lines of configuration.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>What its texts name in placeholders. A point that stands for several addresses has a value for each, the first for commands.</summary>
    public IReadOnlyList<ReplyValue> Values { get; init; } = [];

    /// <summary>The exact records to publish instead of, or beside, what is there.</summary>
    public IReadOnlyList<PublishedRecord> Records { get; init; } = [];

    /// <summary>The points whose fault this one follows from; empty: it stands for itself.</summary>
    public IReadOnlyList<string> FollowsFrom { get; init; } = [];

    /// <summary>Ids of the steps to take; null: those of the article.</summary>
    public IReadOnlyList<string>? Steps { get; init; }

    /// <summary>The first value of a name; empty when there is none.</summary>
    public string ValueOf(string name) => Values.FirstOrDefault(value => value.Name == name).Value ?? "";
}
