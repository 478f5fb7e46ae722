namespace Todoku.Dns.Zones;

/// <summary>A word of a zone file. A character is an octet.</summary>
/// <param name="Text">As it stands there, escapes and all, without its quotes.</param>
/// <param name="IsQuoted">Whether it stood in quotes.</param>
/// <param name="Line">Where it stands, from 1.</param>
internal readonly record struct ZoneToken(string Text, bool IsQuoted, int Line)
{
    /// <summary>Whether it is this word, in any case.</summary>
    public bool Is(string word) => !IsQuoted && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
