namespace Todoku.Diagnosis.Checks;

/// <summary>One point of the checklist. To add one: a class here, its line in <see cref="CheckCatalogue"/>, its texts in <c>knowledge/checks</c>.</summary>
public interface ICheck : IPoint
{
    /// <summary>Looks at the point. Answers of DNS that can't be had make <see cref="CheckStatus.NotKnown"/>, never an exception.</summary>
    /// <returns>A result for each subject looked at; at least one.</returns>
    Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken);
}
