using Todoku.Diagnosis.Checks.Publishing;

namespace Todoku.Diagnosis.Checks;

/// <summary>Runs checks side by side; the results stand in the order of the catalogue.</summary>
public static class CheckRunner
{
    /// <summary>Runs all of the catalogue, then what is concluded from their results.</summary>
    /// <exception cref="OperationCanceledException">The user broke off.</exception>
    public static async Task<IReadOnlyList<CheckResult>> RunAllAsync(CheckContext context, CancellationToken cancellationToken)
    {
        var results = await RunAsync(CheckCatalogue.All, context, cancellationToken).ConfigureAwait(false);
        return [.. results, .. CheckCatalogue.Conclusions.SelectMany(conclusion => conclusion.Conclude(context, results))];
    }

    /// <summary>Runs them.</summary>
    /// <exception cref="OperationCanceledException">The user broke off.</exception>
    public static async Task<IReadOnlyList<CheckResult>> RunAsync(IReadOnlyList<ICheck> checks, CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(checks);
        var results = await Task.WhenAll(checks.Select(check => check.RunAsync(context, cancellationToken))).ConfigureAwait(false);
        return Consequences.Mark(await RecordAgreement.ApplyAsync(context, [.. results.SelectMany(result => result)], cancellationToken).ConfigureAwait(false));
    }
}
