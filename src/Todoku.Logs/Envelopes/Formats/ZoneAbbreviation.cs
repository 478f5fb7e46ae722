using System.Text;

namespace Todoku.Logs.Envelopes.Formats;

/// <summary>Offsets of the zone abbreviations that mean one offset only, or nearly always one (the tz database's abbreviations).</summary>
internal static class ZoneAbbreviation
{
    /// <summary>The offset as RFC 3339 writes it; empty when unknown or ambiguous (CST, IST, BST).</summary>
    public static ReadOnlySpan<byte> OffsetOf(ReadOnlySpan<byte> zone)
    {
        if (zone.Length > 6) return default;
        // Zones without letters are abbreviated by their offset: "-03", "+0530".
        if (zone.Length is 3 or 5 && zone[0] is (byte)'+' or (byte)'-' && zone[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0)
        {
            return zone.Length == 5 ? zone.ToArray() : [.. zone, (byte)':', (byte)'0', (byte)'0'];
        }
        return Encoding.ASCII.GetString(zone) switch
        {
            "UTC" or "GMT" or "WET" => "Z"u8,
            "CET" or "WEST" or "WAT" => "+01:00"u8,
            "CEST" or "EET" or "SAST" or "CAT" => "+02:00"u8,
            "EEST" or "MSK" or "EAT" => "+03:00"u8,
            "WIB" => "+07:00"u8,
            "HKT" or "AWST" => "+08:00"u8,
            "JST" or "KST" => "+09:00"u8,
            "AEST" => "+10:00"u8,
            "AEDT" => "+11:00"u8,
            "NZST" => "+12:00"u8,
            "NZDT" => "+13:00"u8,
            "EDT" => "-04:00"u8,
            "EST" or "CDT" => "-05:00"u8,
            "MDT" => "-06:00"u8,
            "MST" or "PDT" => "-07:00"u8,
            "PST" or "AKDT" => "-08:00"u8,
            "AKST" => "-09:00"u8,
            "HST" => "-10:00"u8,
            _ => default,
        };
    }
}
