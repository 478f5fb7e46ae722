namespace Todoku.Dns.Zones;

/// <summary>What a user should know of a zone file that can be read.</summary>
public enum ZoneNoticeKind
{
    /// <summary>A record of a type, or of a class, that is not asked for.</summary>
    Skipped,

    /// <summary>A text without quotes is followed by a semicolon, so that the rest of it is a comment.</summary>
    TextCutByComment,
}
