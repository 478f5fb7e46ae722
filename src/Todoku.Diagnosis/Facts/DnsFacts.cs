using Todoku.Diagnosis.Checks;
using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Facts;

/// <summary>
/// Joins what DNS says now to what a log told: checks the identities that still fail (<see cref="IdentityPlan"/>), puts the facts beside the
/// findings (<see cref="FactJoin"/>), and lets them change fault, title, order (<see cref="FactRanking"/>), steps and plan (<see cref="FactSteps"/>).
/// </summary>
/// <param name="dns">Whom to ask.</param>
/// <param name="knowledge">Blocklists, articles and steps.</param>
/// <param name="time">The clock.</param>
public sealed class DnsFacts(IDnsResolver dns, KnowledgeBase knowledge, TimeProvider time)
{
    private readonly FactFinder _finder = new(dns, knowledge, time);
    private readonly FactJoin _join = new(knowledge);
    private readonly FactSteps _steps = new(knowledge);

    /// <summary>
    /// Fills in what the log does not tell of a sender, from the configuration of the host whose log it is; nothing unless it is set, for
    /// a log may be a copy of another host's.
    /// </summary>
    public Func<CheckSubject, CheckSubject> Complete { get; init; } = subject => subject;

    /// <summary>The From domain of the mail, for logs that don't tell it; null when nobody named one.</summary>
    public DomainName? From { get; init; }

    /// <summary>Whether all addresses around the sending ones are looked up in blocklists, not only a sample.</summary>
    public bool AllNeighbours { get; init; }

    /// <summary>The diagnosis with its facts; as it was, but for <see cref="DiagnosisResult.Facts"/>, when there are none.</summary>
    /// <param name="result">The diagnosis of the log.</param>
    /// <param name="cancellationToken">Breaks it off.</param>
    /// <exception cref="OperationCanceledException">The user broke off.</exception>
    public Task<DiagnosisResult> JoinAsync(DiagnosisResult result, CancellationToken cancellationToken) => JoinAsync(result, null, FactRanking.Order, cancellationToken);

    /// <summary>The same for some findings only, and all of them keep their places.</summary>
    /// <param name="result">The diagnosis of the log.</param>
    /// <param name="only">The findings that facts are wanted for, by index.</param>
    /// <param name="cancellationToken">Breaks it off.</param>
    /// <exception cref="OperationCanceledException">The user broke off.</exception>
    public Task<DiagnosisResult> JoinInPlaceAsync(DiagnosisResult result, IReadOnlyCollection<int> only, CancellationToken cancellationToken) =>
        JoinAsync(result, only, findings => [.. Enumerable.Range(0, findings.Count)], cancellationToken);

    private async Task<DiagnosisResult> JoinAsync(
        DiagnosisResult result, IReadOnlyCollection<int>? only, Func<IReadOnlyList<Finding>, IReadOnlyList<int>> orderOf, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(result);
        var subjects = IdentityPlan.Of(result, only, From).Select(subject => subject with { Subject = Complete(subject.Subject) with { AllNeighbours = AllNeighbours } }).ToArray();
        if (subjects.Length == 0) return result with { Facts = FactState.NothingToAsk };
        return await _finder.FindAsync(subjects, cancellationToken).ConfigureAwait(false) is { } results
            ? Join(result, subjects, results, orderOf)
            : result with { Facts = FactState.NoAnswer };
    }

    private DiagnosisResult Join(
        DiagnosisResult result, FactSubject[] subjects, IReadOnlyList<IReadOnlyList<CheckResult>> results, Func<IReadOnlyList<Finding>, IReadOnlyList<int>> orderOf)
    {
        Finding[] findings = [.. result.Findings];
        for (var i = 0; i < subjects.Length; i++)
        {
            foreach (var index in subjects[i].Findings)
                findings[index] = FactRanking.Judge(findings[index] with { Facts = _join.Of(findings[index], subjects[i], results[i]) });
        }
        var order = orderOf(findings);
        FactStep[][] steps = [.. findings.Select(finding => _steps.Of(finding, findings).ToArray())];
        var placeOf = order.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        return result with
        {
            Facts = FactState.Known,
            Findings =
            [
                .. order.Select(index => findings[index] with
                {
                    Explains = [.. findings[index].Explains.Select(other => placeOf[other]).Order()],
                    Steps = [.. steps[index].Select(step => step.Step.Id)],
                    Records = [.. steps[index].Where(step => step.Records.Count > 0).Select(step => new StepRecords(step.Step.Id, step.Records))],
                }),
            ],
            Plan = FactPlan.Build(result.Plan, order, index => steps[index]),
        };
    }
}
