namespace Todoku.Dns.Zones;

/// <summary>What stands on one line of a zone file, or on several that parentheses hold together.</summary>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Tokens">Its words; at least one.</param>
/// <param name="BeginsBlank">Whether a blank stands before the first one: the name is that of the record above.</param>
/// <param name="HasComment">Whether a comment follows.</param>
internal sealed record ZoneEntry(int Line, IReadOnlyList<ZoneToken> Tokens, bool BeginsBlank, bool HasComment);
