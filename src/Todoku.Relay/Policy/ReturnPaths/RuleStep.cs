namespace Todoku.Relay.Policy.ReturnPaths;

/// <summary>A rule that was tried.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Outcome">Whether it fits.</param>
public sealed record RuleStep(ReturnPathRule Rule, RuleOutcome Outcome);
