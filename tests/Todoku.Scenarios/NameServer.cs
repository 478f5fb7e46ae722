using System.Diagnostics;

namespace Todoku.Scenarios;

/// <summary>A real name server (NSD) at port 53 of addresses of a network namespace.</summary>
internal sealed class NameServer
{
    private const string Program = "/usr/sbin/nsd";

    private readonly Process _process;
    private readonly string _folder;
    private readonly string _address;

    private NameServer(Process process, string folder, string address) => (_process, _folder, _address) = (process, folder, address);

    /// <summary>Why it can't run here; null when it can.</summary>
    public static string? Missing() => File.Exists(Program) ? null : "needs nsd (apt-get install nsd)";

    /// <summary>Starts it.</summary>
    /// <param name="network">Where.</param>
    /// <param name="folder">For its files.</param>
    /// <param name="addresses">The addresses that it answers at.</param>
    /// <param name="zones">Origin → records, one a line, relative to the origin.</param>
    /// <param name="ct">Stops the waiting.</param>
    public static async Task<NameServer> StartAsync(NetworkNamespace network, string folder, IReadOnlyList<string> addresses, IReadOnlyDictionary<string, string> zones, CancellationToken ct)
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
            await WriteAsync(place, origin, addresses[0], records, 1, ct);
            configuration += $"zone:\n  name: {origin}\n  zonefile: \"{origin}.zone\"\n";
        }
        var path = Path.Combine(place, "nsd.conf");
        await File.WriteAllTextAsync(path, configuration, ct);
        return new NameServer(await network.ServeAsync("nsd started", Program, ["-d", "-c", path], ct), place, addresses[0]);
    }

    /// <summary>Changes a zone while it runs.</summary>
    public async Task ChangeAsync(string origin, string records, CancellationToken ct)
    {
        await WriteAsync(_folder, origin, _address, records, 2, ct);
        using var kill = Process.Start("kill", ["-HUP", $"{_process.Id}"]);
        await kill.WaitForExitAsync(ct);
    }

    private static Task WriteAsync(string folder, string origin, string address, string records, int serial, CancellationToken ct) => File.WriteAllTextAsync(
        Path.Combine(folder, $"{origin}.zone"), $"$ORIGIN {origin}.\n$TTL 60\n@ SOA ns hostmaster {serial} 3600 600 86400 60\n@ NS ns\nns A {address}\n{records}\n", ct);
}
