namespace Todoku.Knowledge;

/// <summary>One thing to do, in one language.</summary>
/// <param name="Id">Its identifier; the same step named by two findings is done once.</param>
/// <param name="Group">What kind of change it is.</param>
/// <param name="Do">What to do, with the exact record or command.</param>
/// <param name="Why">Why it helps.</param>
/// <param name="Verify">How it is seen that it worked.</param>
/// <param name="IfRefused">What to do when the hosting company or the DNS service refuses or can't; may be empty.</param>
public sealed record Step(string Id, StepGroup Group, string Do, string Why, string Verify, string IfRefused);
