namespace Todoku.Relay.Tests;

/// <summary>Tests that run when no others do.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
