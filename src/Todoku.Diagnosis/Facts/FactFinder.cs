using Todoku.Diagnosis.Checks;
using Todoku.Dns;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Facts;

/// <summary>
/// Checks identities side by side within one time for all. First it sees whether anybody answers at all: without a network that is known in
/// <see cref="ProbeTime"/>, not after every question has waited.
/// </summary>
internal sealed class FactFinder(IDnsResolver dns, KnowledgeBase knowledge, TimeProvider time)
{
    // Blocklists with their neighbours are the most of it; a hostile SPF record adds some dozens.
    private const int MaxQuestions = 2000;

    /// <summary>How long all questions may take together.</summary>
    public static TimeSpan Budget { get; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the first answer may take.</summary>
    public static TimeSpan ProbeTime { get; } = TimeSpan.FromSeconds(3);

    /// <summary>Checks them.</summary>
    /// <returns>The results of each, in the same order; null when nobody answers.</returns>
    /// <exception cref="OperationCanceledException">The user broke off.</exception>
    public async Task<IReadOnlyList<IReadOnlyList<CheckResult>>?> FindAsync(IReadOnlyList<FactSubject> subjects, CancellationToken cancellationToken)
    {
        using var timeUp = new CancellationTokenSource(Budget, time);
        var bounded = new BudgetResolver(dns, MaxQuestions, timeUp.Token);
        if (!await IsAnsweredAsync(bounded, subjects, cancellationToken).ConfigureAwait(false)) return null;
        return await Task.WhenAll(subjects.Select(subject => CheckAsync(bounded, subject, cancellationToken))).ConfigureAwait(false);
    }

    // What follows from another fault is told by that one.
    private async Task<IReadOnlyList<CheckResult>> CheckAsync(BudgetResolver bounded, FactSubject subject, CancellationToken cancellationToken)
    {
        var results = await CheckRunner.RunAsync(
            [.. CheckCatalogue.All.Where(check => subject.Checks.Contains(check.Id))],
            new CheckContext(subject.Subject, bounded, knowledge, time),
            cancellationToken).ConfigureAwait(false);
        return [.. results.Where(result => result.FollowsFrom.Count == 0)];
    }

    // One name alone may have silent servers of its own; whose resolver works is told by any answer.
    private async Task<bool> IsAnsweredAsync(BudgetResolver bounded, IReadOnlyList<FactSubject> subjects, CancellationToken cancellationToken)
    {
        using var tooLate = new CancellationTokenSource(ProbeTime, time);
        var probe = new BudgetResolver(bounded, MaxQuestions, tooLate.Token);
        var open = subjects.SelectMany(Probes).Distinct().Select(question => probe.AskAsync(question.Name, question.Type, cancellationToken).AsTask()).ToList();
        while (open.Count > 0 && !probe.IsAnswered) open.Remove(await Task.WhenAny(open).ConfigureAwait(false));
        cancellationToken.ThrowIfCancellationRequested();
        return probe.IsAnswered;
    }

    private static IEnumerable<DnsQuestion> Probes(FactSubject subject)
    {
        yield return new DnsQuestion(subject.Subject.Domain, DnsRecordType.TXT);
        if (subject.Subject.ReturnPathDomain is { } sender) yield return new DnsQuestion(sender, DnsRecordType.TXT);
        foreach (var address in subject.Subject.Addresses) yield return new DnsQuestion(ReverseName.Of(address), DnsRecordType.PTR);
    }
}
