namespace Todoku.Web.Control.Contract;

/// <summary>Lines of the suppression list.</summary>
/// <param name="Lines">The lines, by address.</param>
/// <param name="IsCut">Whether there are more than were asked for.</param>
public sealed record SuppressionsAnswer(IReadOnlyList<SuppressionLine> Lines, bool IsCut);
