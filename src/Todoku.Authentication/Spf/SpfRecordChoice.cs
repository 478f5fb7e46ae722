namespace Todoku.Authentication.Spf;

/// <summary>The SPF records among the TXT records of a name (RFC 7208, section 4.5).</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Record">The only one; null when there is none or several.</param>
internal sealed record SpfRecordChoice(int Count, SpfRecord? Record);
