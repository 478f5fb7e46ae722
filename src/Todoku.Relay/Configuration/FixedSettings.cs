namespace Todoku.Relay.Configuration;

/// <summary>
/// The settings that hold for the life of a process: what is listened to, where things are kept, as whom it runs, and all that its parts are put together
/// with at the start. What a reload takes over is the rest: the rules for envelope senders, the keys that sign,
/// the paths with their ladders, limits and warm-ups, and whether all dialogues are remembered.
/// </summary>
internal static class FixedSettings
{
    private static readonly (string Name, Func<RelayConfiguration, string> Value)[] All =
    [
        ("host-name", one => one.HostName.ToString()),
        ("data", one => one.DataFolder),
        ("postmaster", one => one.Postmaster),
        ("user", one => one.User ?? ""),
        ("language", one => one.Language.ToString()),
        ("resolvers", one => Join(one.Resolvers ?? [])),
        ("loopback-servers", one => one.AllowsLoopbackServers.ToString()),
        ("users", one => one.UsersFile ?? ""),
        ("[[listen]]", one => Join(one.Listeners.Select(Describe))),
        ("[limits]", one => one.Limits.ToString()),
        ("[queue]", one => one.Queue.ToString()),
        ("[http]", one => one.Http?.ToString() ?? ""),
        ("[sendmail]", one => one.Sendmail?.ToString() ?? ""),
        ("[delivery]", one => one.Delivery.ToString()),
        ("[bounces]", one => one.Bounces?.ToString() ?? ""),
        ("[log] file", one => one.Log.File ?? ""),
        ("[metrics]", one => one.Metrics?.ToString() ?? ""),
        ("[control]", one => one.ControlSocket),
    ];

    /// <summary>The names of those that differ, as the file has them.</summary>
    public static IReadOnlyList<string> Changed(RelayConfiguration old, RelayConfiguration next) => [.. All.Where(setting => setting.Value(old) != setting.Value(next)).Select(setting => setting.Name)];

    /// <summary>The old configuration with what a reload takes over of the new one.</summary>
    public static RelayConfiguration Keep(RelayConfiguration old, RelayConfiguration next) =>
        old with
        {
            ReturnPaths = next.ReturnPaths,
            Signing = next.Signing,
            Paths = next.Paths,
            Ladders = next.Ladders,
            Shaping = next.Shaping,
            WarmUps = next.WarmUps,
            Log = old.Log with { KeepsAllTraces = next.Log.KeepsAllTraces },
        };

    private static string Describe(ListenerConfiguration listener) =>
        $"{listener.EndPoint} {listener.Role} {listener.Tls} {listener.Certificate} {Join(listener.TrustedNetworks)} {Join(listener.XclientNetworks)}";

    private static string Join<T>(IEnumerable<T> values) => string.Join(", ", values);
}
