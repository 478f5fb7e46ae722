namespace Todoku.Knowledge.Sources;

/// <summary>The texts of a step in one language.</summary>
internal sealed record StepText(string Do, string Why, string Verify, string IfRefused);
