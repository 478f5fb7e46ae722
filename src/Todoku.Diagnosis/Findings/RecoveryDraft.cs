namespace Todoku.Diagnosis.Findings;

/// <summary>What was delivered at a finding's provider after its last failure.</summary>
/// <param name="From">The first such delivery, UTC ticks.</param>
/// <param name="Delivered">How many there are.</param>
/// <param name="Relayed">How many of them a relay made for another host.</param>
/// <param name="Relay">The relay; empty when there was none.</param>
internal sealed record RecoveryDraft(long From, long Delivered, long Relayed, string Relay);
