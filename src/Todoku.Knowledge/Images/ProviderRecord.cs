namespace Todoku.Knowledge.Images;

/// <summary>A provider; names are indexes of strings, limits are numbers and 0 where there is none.</summary>
internal readonly record struct ProviderRecord(
    uint Id,
    uint NameEnglish,
    uint NameJapanese,
    uint Connections,
    uint MessagesPerConnection,
    uint Recipients,
    uint Rate,
    uint RateSeconds,
    uint LimitsSource,
    uint LimitsDate)
{
    /// <summary>Whether the provider publishes limits.</summary>
    public bool HasLimits => LimitsSource != 0;
}
