namespace Todoku.Diagnosis;

/// <summary>The proof that a finding is over: what its provider took after the last failure.</summary>
/// <param name="Since">The first delivery after it.</param>
/// <param name="Delivered">How many there are, one for each recipient.</param>
/// <param name="Relayed">How many of them a relay made for another host whose log is read too.</param>
/// <param name="Relay">That relay, as its log names it; empty when there was none.</param>
public sealed record Recovery(DateTimeOffset Since, long Delivered, long Relayed, string Relay);
