namespace Todoku.Diagnosis.Checks;

/// <summary>Runs checks side by side; the results stand in the order of the catalogue.</summary>
public static class CheckRunner
{
    /// <summary>Runs them.</summary>
    /// <exception cref="OperationCanceledException">The user broke off.</exception>
    public static async Task<IReadOnlyList<CheckResult>> RunAsync(IReadOnlyList<ICheck> checks, CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(checks);
        var results = await Task.WhenAll(checks.Select(check => check.RunAsync(context, cancellationToken))).ConfigureAwait(false);
        return [.. results.SelectMany(result => result)];
    }
}
