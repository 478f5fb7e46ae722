namespace Todoku.Relay.Routing.Paths;

/// <summary>One step of the way back of a suspended path.</summary>
/// <param name="OneIn">Of how many messages one takes the path.</param>
/// <param name="Successes">How many must be taken before the next step.</param>
public readonly record struct OpeningStep(int OneIn, int Successes);
