using System.Globalization;

namespace Todoku.Diagnosis.Checks.Hosts;

/// <summary>Which TCP ports of this host somebody listens on, by the kernel's tables (proc(5), /proc/net/tcp).</summary>
public static class ListeningPorts
{
    private const string Listening = "0A";

    private static readonly string[] Tables = ["/proc/net/tcp", "/proc/net/tcp6"];

    /// <summary>Reads them; empty where there are no such tables.</summary>
    public static IReadOnlySet<int> Read(IHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var ports = new HashSet<int>();
        foreach (var line in Tables.SelectMany(table => (host.ReadText(table) ?? "").Split('\n').Skip(1)))
        {
            // sl local_address rem_address st ...; an address is HEX:PORT.
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [_, var local, _, Listening, ..]) continue;
            if (ushort.TryParse(local.AsSpan(local.IndexOf(':', StringComparison.Ordinal) + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var port)) ports.Add(port);
        }
        return ports;
    }
}
