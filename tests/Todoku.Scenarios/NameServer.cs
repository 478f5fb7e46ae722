namespace Todoku.Scenarios;

/// <summary>A real name server (NSD) at port 53 of addresses of a network namespace.</summary>
internal static class NameServer
{
    private const string Program = "/usr/sbin/nsd";

    /// <summary>Why it can't run here; null when it can.</summary>
    public static string? Missing() => File.Exists(Program) ? null : "needs nsd (apt-get install nsd)";

    /// <summary>Starts it.</summary>
    /// <param name="network">Where.</param>
    /// <param name="folder">For its files.</param>
    /// <param name="addresses">The addresses that it answers at.</param>
    /// <param name="zones">Origin → records, one a line, relative to the origin.</param>
    /// <param name="ct">Stops the waiting.</param>
    public static async Task StartAsync(NetworkNamespace network, string folder, IReadOnlyList<string> addresses, IReadOnlyDictionary<string, string> zones, CancellationToken ct)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, $"nsd-{addresses[0]}")).FullName;
        var configuration = $"""
            server:
              username: ""
              chroot: ""
              zonesdir: "{place}"
              pidfile: "{place}/nsd.pid"
              xfrdfile: ""
              zonelistfile: "{place}/zones"
              database: ""
              server-count: 1
            {string.Join('\n', addresses.Select(address => $"  ip-address: {address}"))}
            remote-control:
              control-enable: no

            """;
        foreach (var (origin, records) in zones)
        {
            var text = $"$ORIGIN {origin}.\n$TTL 60\n@ SOA ns hostmaster 1 3600 600 86400 60\n@ NS ns\nns A {addresses[0]}\n{records}\n";
            await File.WriteAllTextAsync(Path.Combine(place, $"{origin}.zone"), text, ct);
            configuration += $"zone:\n  name: {origin}\n  zonefile: \"{origin}.zone\"\n";
        }
        var path = Path.Combine(place, "nsd.conf");
        await File.WriteAllTextAsync(path, configuration, ct);
        await network.ServeAsync("nsd started", Program, ["-d", "-c", path], ct);
    }
}
