namespace Todoku.Dns.Zones;

/// <summary>Something that a user should know of a zone file.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Kind">What.</param>
/// <param name="Text">What stands there.</param>
public sealed record ZoneNotice(string File, int Line, ZoneNoticeKind Kind, string Text);
