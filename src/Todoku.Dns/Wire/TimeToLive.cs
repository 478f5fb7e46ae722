namespace Todoku.Dns.Wire;

/// <summary>Times as DNS carries them.</summary>
internal static class TimeToLive
{
    /// <summary>Seconds as a time; with the highest bit set it is 0 (RFC 2181, section 8).</summary>
    public static TimeSpan Of(uint seconds) => seconds > int.MaxValue ? TimeSpan.Zero : TimeSpan.FromSeconds(seconds);

    /// <summary>The smaller one.</summary>
    public static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
