using Todoku.Authentication.Dmarc.Records;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Dmarc;

/// <summary>Whether the record keeps to the grammar (RFC 9989, section 4.8); what is wrong gives way to defaults, which are seldom what was meant.</summary>
public sealed class DmarcSyntaxCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "dmarc-syntax";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["valid", "old-tags", "odd", "wrong", "no-record"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var publication = await DmarcPublication.OfAsync(context, cancellationToken).ConfigureAwait(false);
        if (publication.Record is not { } record) return [DmarcResults.Of(this, publication, "no-record", CheckStatus.NotApplicable)];
        // Missing reports are a point of their own.
        DmarcProblem[] problems = [.. record.Problems.Where(problem => problem.Kind != DmarcProblemKind.NoReports)];
        DmarcProblem[] errors = [.. problems.Where(problem => problem.IsError)];
        var advice = errors.Length > 0 ? await DmarcAdvice.OfAsync(context, publication, cancellationToken).ConfigureAwait(false) : null;
        var (outcome, status) =
            errors.Length > 0 ? ("wrong", CheckStatus.Warning)
            : problems.Length == 0 ? ("valid", CheckStatus.Pass)
            : problems.All(problem => problem.Kind is DmarcProblemKind.RemovedTag or DmarcProblemKind.ReportSize) ? ("old-tags", CheckStatus.Pass)
            : ("odd", CheckStatus.Pass);
        var tags = string.Join(", ", problems.Select(problem => problem.Tag).Where(tag => tag.Length > 0).Distinct());
        var named = (errors.Length > 0 ? errors : problems).FirstOrDefault();
        return
        [
            DmarcResults.Of(this, publication, outcome, status,
                new ReplyValue(CheckValueNames.Term, named is null ? "" : Term(named)), new ReplyValue(CheckValueNames.Names, tags)) with
            {
                Evidence = [.. publication.Evidence, .. problems.Select(Describe)],
                Records = advice is null ? [] : [advice],
            },
        ];
    }

    private static string Term(DmarcProblem problem) => problem switch
    {
        { Tag.Length: 0 } => problem.Value,
        { Value.Length: 0 } => problem.Tag,
        _ => $"{problem.Tag}={problem.Value}",
    };

    // The words of the grammar; the sentence for them is the article's.
    private static string Describe(DmarcProblem problem) =>
        $"{Term(problem)}: {problem.Kind}{(problem.Expected.Count > 0 ? $" ({string.Join(" | ", problem.Expected)})" : "")}";
}
