namespace Todoku.Relay.Policy.ReturnPaths;

/// <summary>What becomes of an envelope sender.</summary>
/// <param name="Sender">The one to send with; empty for the null sender.</param>
/// <param name="VerpDomain">The domain under which each recipient gets its own; null without.</param>
/// <param name="Rule">The rule that matched, from 1; 0 when none did.</param>
public sealed record ReturnPathVerdict(string Sender, string? VerpDomain, int Rule);
