namespace Todoku.Knowledge.Sources;

/// <summary>A step in both languages.</summary>
internal sealed record StepDefinition(string Id, StepGroup Group, StepText English, StepText Japanese, SourcePlace Place);
