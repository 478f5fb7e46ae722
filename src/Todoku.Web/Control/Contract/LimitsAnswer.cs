namespace Todoku.Web.Control.Contract;

/// <summary>How much providers are sent at a time, those that are held back first.</summary>
/// <param name="Limits">The lines.</param>
public sealed record LimitsAnswer(IReadOnlyList<LimitLine> Limits);
