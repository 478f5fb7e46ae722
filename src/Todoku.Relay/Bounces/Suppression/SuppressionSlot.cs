namespace Todoku.Relay.Bounces.Suppression;

/// <summary>A line as it is held in memory. Times are seconds since 1970.</summary>
/// <param name="Since">Since when.</param>
/// <param name="Until">Until when; <see cref="Forever"/> without an end.</param>
/// <param name="Times">How many times it came to this.</param>
/// <param name="Reason">Why.</param>
/// <param name="Scope">Which mail is held back.</param>
internal readonly record struct SuppressionSlot(uint Since, uint Until, ushort Times, SuppressionReason Reason, SuppressionScope Scope)
{
    /// <summary>Without an end.</summary>
    public const uint Forever = uint.MaxValue;

    /// <summary>The line in this form.</summary>
    public static SuppressionSlot Of(SuppressionEntry entry) => new(
        Seconds(entry.Since), entry.Until is { } until ? Seconds(until) : Forever, (ushort)Math.Clamp(entry.Times, 0, ushort.MaxValue), entry.Reason, entry.Scope);

    /// <summary>A time in this form.</summary>
    public static uint Seconds(DateTimeOffset time) => (uint)Math.Clamp(time.ToUnixTimeSeconds(), 0, Forever - 1);
}
