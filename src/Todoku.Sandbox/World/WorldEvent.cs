namespace Todoku.Sandbox.World;

/// <summary>A change that happens at a time.</summary>
/// <param name="After">How long after the world began.</param>
/// <param name="Change">What.</param>
public sealed record WorldEvent(TimeSpan After, WorldChange Change);
