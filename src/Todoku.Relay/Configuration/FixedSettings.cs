using System.Net;

namespace Todoku.Relay.Configuration;

/// <summary>
/// The settings that hold for the life of a process: what is listened to, where things are kept, and as whom it runs. A port below 1024 can't be opened
/// after root was given up, and a queue does not move while mail is in it.
/// </summary>
internal static class FixedSettings
{
    private static readonly (string Name, Func<RelayConfiguration, string> Value)[] All =
    [
        ("data", one => one.DataFolder),
        ("user", one => one.User ?? ""),
        ("users", one => one.UsersFile is null ? "" : "there"),
        ("resolvers", one => string.Join(' ', (one.Resolvers ?? []).Select(place => place.ToString()))),
        ("[[listen]]", one => string.Join('\n', one.Listeners.Select(Describe))),
        ("[limits] connections", one => one.Limits.Host.ToString()),
        ("[queue]", one => one.Queue.ToString()),
        ("[http] address", one => one.Http is { } http ? $"{http.EndPoint} {http.Certificate}" : ""),
        ("[sendmail]", one => one.Sendmail?.ToString() ?? ""),
        ("[log] file", one => one.Log.File ?? ""),
        ("[metrics] address", one => one.Metrics?.ToString() ?? ""),
        ("[control] socket", one => one.ControlSocket),
    ];

    /// <summary>The names of those that differ.</summary>
    public static IReadOnlyList<string> Changed(RelayConfiguration old, RelayConfiguration next) => [.. All.Where(setting => setting.Value(old) != setting.Value(next)).Select(setting => setting.Name)];

    /// <summary>The new configuration with the old values of all of them.</summary>
    public static RelayConfiguration Keep(RelayConfiguration old, RelayConfiguration next) => next with
    {
        DataFolder = old.DataFolder,
        User = old.User,
        UsersFile = old.UsersFile is null || next.UsersFile is null ? old.UsersFile : next.UsersFile,
        Resolvers = old.Resolvers,
        Listeners = old.Listeners,
        Limits = next.Limits with { Host = old.Limits.Host },
        Queue = old.Queue,
        Http = old.Http,
        Sendmail = old.Sendmail,
        Log = next.Log with { File = old.Log.File },
        Metrics = old.Metrics,
        ControlSocket = old.ControlSocket,
    };

    private static string Describe(ListenerConfiguration listener) =>
        $"{listener.EndPoint} {listener.Role} {listener.Tls} {listener.Certificate} {Join(listener.TrustedNetworks)} {Join(listener.XclientNetworks)}";

    private static string Join(IEnumerable<IPNetwork> networks) => string.Join(',', networks);
}
