using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Blocklists;

/// <summary>What to say of lists that can't be relied on: that nothing is known of them, why, and with the raw answers. Never a listing.</summary>
internal static class UnusableLists
{
    private const string Refused = "refused";
    private const string Rewritten = "rewritten";
    private const string NoAnswer = "no-answer";
    private const string Doubtful = "not-usable";

    /// <summary>The outcomes.</summary>
    public static IReadOnlyList<string> Outcomes { get; } = [Refused, Rewritten, NoAnswer, Doubtful];

    /// <summary>A result for each reason, with the lists that it concerns.</summary>
    public static IEnumerable<CheckResult> Results(string check, string subject, IEnumerable<BlocklistAnswer.NotUsable> answers)
    {
        foreach (var group in answers.DistinctBy(answer => answer.Source.Zone.Name).GroupBy(answer => OutcomeOf(answer.Trouble)))
        {
            yield return new CheckResult(check, group.Key, CheckStatus.NotKnown, subject)
            {
                Evidence = [.. group.SelectMany(answer => answer.Evidence)],
                Values =
                [
                    new ReplyValue(CheckValueNames.Names, string.Join(", ", group.Select(answer => answer.Source.List.Name).Distinct())),
                    new ReplyValue(CheckValueNames.Name, subject),
                ],
            };
        }
    }

    // A list that is silent about its own test entry mostly is so towards public resolvers only; the way out is the same.
    private static string OutcomeOf(BlocklistTrouble trouble) => trouble switch
    {
        BlocklistTrouble.Refused or BlocklistTrouble.Silent => Refused,
        BlocklistTrouble.Rewritten => Rewritten,
        BlocklistTrouble.NoAnswer => NoAnswer,
        _ => Doubtful,
    };
}
