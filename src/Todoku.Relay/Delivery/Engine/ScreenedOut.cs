using Todoku.Knowledge;

namespace Todoku.Relay.Delivery.Engine;

/// <summary>Why a recipient is not written to.</summary>
/// <param name="Cause">The cause that its sender is told.</param>
/// <param name="Words">The reason, in English.</param>
public sealed record ScreenedOut(Cause Cause, string Words)
{
    /// <summary>What stands as the rule in decisions that rest on it.</summary>
    public const string Rule = "suppressed";
}
