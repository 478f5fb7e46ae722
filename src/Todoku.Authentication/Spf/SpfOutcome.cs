namespace Todoku.Authentication.Spf;

/// <summary>What one record came to (check_host of RFC 7208, section 4).</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">Why.</param>
/// <param name="Record">The record that decided; null when there was none.</param>
/// <param name="Host">Whose it is.</param>
internal readonly record struct SpfOutcome(SpfVerdict Verdict, SpfReason Reason, SpfRecord? Record, SpfHostContext Host);
