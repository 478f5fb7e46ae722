using System.Collections.Frozen;
using Todoku.Knowledge;
using Todoku.Relay.Configuration;

namespace Todoku.Relay.Delivery.Shaping;

/// <summary>Finds the limits that a provider and path begin with.</summary>
/// <remarks>
/// <code>
/// 1. what is usual
/// 2. what the provider publishes, where that is less: it is the most that it bears, nothing to aim at
/// 3. what the configuration says, less or more: for all, for the path, for the provider, for both
/// </code>
/// A smart host is one receiver, whoever the mail is for: its limits are the path's, and 2 does not count there.
/// </remarks>
internal sealed class ShapeRules
{
    private readonly ShapeSettings _settings;
    private readonly FrozenDictionary<string, ProviderLimits> _published;
    private readonly FrozenSet<string> _smartHosts;
    private readonly ShapingConfiguration[] _overrides;

    public ShapeRules(ShapeSettings settings)
    {
        _settings = settings;
        _published = settings.Providers.Where(one => one.Limits is not null).ToFrozenDictionary(one => one.Id, one => one.Limits!, StringComparer.Ordinal);
        _smartHosts = settings.SmartHosts.ToFrozenSet(StringComparer.Ordinal);
        _overrides = [.. settings.Overrides.OrderBy(one => (one.Provider is null ? 0 : 2) + (one.Path is null ? 0 : 1))];
    }

    /// <summary>Whether flows of that name are counted for a path of that name.</summary>
    public bool IsCounted(string provider, string path) => (provider == ShapeStatus.Everybody) == _smartHosts.Contains(path);

    /// <summary>Under whose name a provider's mail by a path is counted.</summary>
    public string CountedAs(string provider, string path) => _smartHosts.Contains(path) ? ShapeStatus.Everybody : provider;

    /// <summary>The limits, and where they come from in English.</summary>
    public (ShapeLimits Limits, string From) Of(string provider, string path)
    {
        var (limits, from) = (_smartHosts.Contains(path) ? _settings.UsualSmartHost : _settings.Usual, "usual");
        if (_published.TryGetValue(provider, out var published)) (limits, from) = (Least(limits, published), $"published by {provider}");
        foreach (var one in _overrides)
        {
            if (one.Provider is not null && one.Provider != provider) continue;
            if (one.Path is not null && one.Path != path) continue;
            (limits, from) = (With(limits, one), "configuration");
        }
        return (limits, from);
    }

    private static ShapeLimits Least(ShapeLimits usual, ProviderLimits published) => usual with
    {
        Connections = Math.Min(usual.Connections, published.Connections ?? int.MaxValue),
        MessagesPerConnection = Math.Min(usual.MessagesPerConnection, published.MessagesPerConnection ?? int.MaxValue),
        Recipients = Math.Min(usual.Recipients, published.Recipients ?? int.MaxValue),
        Rate = published.Rate ?? usual.Rate,
        RatePeriod = published.Rate is null ? usual.RatePeriod : published.RatePeriod,
    };

    private static ShapeLimits With(ShapeLimits limits, ShapingConfiguration one) => limits with
    {
        Connections = one.Connections ?? limits.Connections,
        MessagesPerConnection = one.MessagesPerConnection ?? limits.MessagesPerConnection,
        Recipients = one.Recipients ?? limits.Recipients,
        Rate = one.Rate ?? limits.Rate,
        RatePeriod = one.Rate is null ? limits.RatePeriod : one.RatePeriod,
    };
}
