using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Receivers;

/// <summary>
/// How the sender stands by the rules that Google, Yahoo and Microsoft publish, rule by rule, as far as the other points tell. What can't be told from
/// here, such as the rate of complaints, is named and never held against the sender.
/// </summary>
public sealed class ReceiverRulesConclusion : IConclusion
{
    // Points whose names begin as a requirement's and which are none of it: SPF of the HELO name counts for bounces, alignment is a requirement of its own.
    private static readonly string[] Others = ["spf-helo", "dkim-alignment"];

    // Warnings that mean that there is nothing: a rule that wants it is not met.
    private static readonly (string Check, string Outcome)[] Absences = [("dkim", "none-published"), ("dkim", "not-signed")];

    /// <inheritdoc/>
    public string Id => "receiver-rules";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } =
        [.. ReceiverRules.All.SelectMany(OutcomesOf), "no-rules"];

    /// <inheritdoc/>
    public IReadOnlyList<CheckResult> Conclude(CheckContext context, IReadOnlyList<CheckResult> results)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(results);
        var wanted = context.Subject.Provider;
        ReceiverRules[] rules = [.. ReceiverRules.All.Where(rules => wanted.Length == 0 || rules.Provider.Equals(wanted, StringComparison.OrdinalIgnoreCase))];
        return rules.Length == 0
            ? [new CheckResult(Id, "no-rules", CheckStatus.NotApplicable, wanted) { Values = [new ReplyValue("provider", wanted)] }]
            : [.. rules.Select(one => Judge(one, results))];
    }

    private static IEnumerable<string> OutcomesOf(ReceiverRules rules)
    {
        IEnumerable<string> outcomes = ["met", "bulk-unmet", "not-known"];
        if (rules.Requirements.Any(requirement => !requirement.BulkOnly)) outcomes = outcomes.Append("unmet");
        return outcomes.Select(outcome => $"{rules.Provider}-{outcome}");
    }

    private CheckResult Judge(ReceiverRules rules, IReadOnlyList<CheckResult> results)
    {
        var standings = rules.Requirements.Select(requirement => (Requirement: requirement, Status: StatusOf(requirement, results))).ToArray();
        var open = standings.Where(standing => standing.Status == CheckStatus.Problem).ToArray();
        var unknown = standings.Where(standing => standing.Status == CheckStatus.NotKnown && standing.Requirement.Points.Count > 0).ToArray();
        var (outcome, status) =
            open.Any(standing => !standing.Requirement.BulkOnly) ? ("unmet", CheckStatus.Problem)
            : open.Length > 0 ? ("bulk-unmet", CheckStatus.Warning)
            : unknown.Length > 0 ? ("not-known", CheckStatus.NotKnown)
            : ("met", CheckStatus.Pass);
        // Those that weigh most are named.
        var named = outcome == "unmet" ? open.Where(standing => !standing.Requirement.BulkOnly) : open.Length > 0 ? open : unknown;
        return new CheckResult(Id, $"{rules.Provider}-{outcome}", status, rules.Provider)
        {
            FollowsFrom = [.. open.SelectMany(standing => Faults(standing.Requirement, results)).Distinct()],
            // What is open first: a short report shows the first lines only.
            Evidence = [.. standings.OrderBy(Place).Select(standing => $"{Mark(standing.Status)} {standing.Requirement.Name}{(standing.Requirement.BulkOnly ? " (bulk)" : "")}"), $"{rules.Source} ({rules.Date})"],
            Values =
            [
                new ReplyValue("provider", rules.Provider),
                new ReplyValue(CheckValueNames.Names, string.Join(", ", named.Select(standing => standing.Requirement.Name))),
            ],
        };
    }

    private static CheckStatus StatusOf(Requirement requirement, IReadOnlyList<CheckResult> results)
    {
        var statuses = requirement.Points.Select(point => StatusOf(point, requirement, results)).ToArray();
        if (statuses.Length == 0) return CheckStatus.NotKnown;
        if (requirement.AnyIsEnough && statuses.Contains(CheckStatus.Pass)) return CheckStatus.Pass;
        if (requirement.AnyIsEnough && statuses.Contains(CheckStatus.NotKnown)) return CheckStatus.NotKnown;
        return statuses.Min();
    }

    // Of several signing keys one is enough, and which of them signs is not known.
    private static CheckStatus StatusOf(string point, Requirement requirement, IReadOnlyList<CheckResult> results)
    {
        CheckResult[] own = [.. results.Where(result => IsOf(point, requirement, result.Check))];
        if (point != "dkim") return Together(requirement, own);
        // What is told of the domain as a whole is no key.
        CheckStatus[] keys = [.. own.GroupBy(result => result.Subject).Where(key => key.Any(result => result.Check == point)).Select(key => Together(requirement, [.. key])).Distinct()];
        return keys is [var only] ? only : CheckStatus.NotKnown;
    }

    // A warning is met: the receiver takes it.
    private static CheckStatus Together(Requirement requirement, IReadOnlyList<CheckResult> own)
    {
        var statuses = own.Select(result => Absences.Contains((result.Check, result.Outcome)) ? CheckStatus.Problem : result.Status).ToHashSet();
        if (requirement.WarningsAreOpen && statuses.Remove(CheckStatus.Warning)) statuses.Add(CheckStatus.Problem);
        var isWell = statuses.Contains(CheckStatus.Pass) || statuses.Contains(CheckStatus.Warning);
        return statuses.Contains(CheckStatus.Problem) ? CheckStatus.Problem
            : statuses.Contains(CheckStatus.NotKnown) || !isWell ? CheckStatus.NotKnown
            : CheckStatus.Pass;
    }

    // A rule that is not met is no fault of its own: the points that it is made of have it, and the way out.
    private static IEnumerable<string> Faults(Requirement requirement, IReadOnlyList<CheckResult> results) => results
        .Where(result => result.Status is CheckStatus.Problem or CheckStatus.Warning && requirement.Points.Any(point => IsOf(point, requirement, result.Check)))
        .OrderBy(result => result.Status).Select(result => result.Check);

    private static bool IsOf(string point, Requirement requirement, string check) =>
        check == point || (!requirement.OnlyItself && check.StartsWith($"{point}-", StringComparison.Ordinal) && !Others.Contains(check));

    private static int Place((Requirement Requirement, CheckStatus Status) standing) => standing.Status switch
    {
        CheckStatus.Problem => standing.Requirement.BulkOnly ? 1 : 0,
        CheckStatus.NotKnown => standing.Requirement.Points.Count > 0 ? 2 : 4,
        _ => 3,
    };

    // Marks instead of words, so that evidence reads the same in every language.
    private static char Mark(CheckStatus status) => status switch
    {
        CheckStatus.Problem => '✗',
        CheckStatus.NotKnown => '?',
        _ => '✓',
    };
}
