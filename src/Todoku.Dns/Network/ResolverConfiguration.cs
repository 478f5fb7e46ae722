using System.Net;
using System.Text;

namespace Todoku.Dns.Network;

/// <summary>The resolvers that this machine uses: the <c>nameserver</c> lines of resolv.conf(5).</summary>
public static class ResolverConfiguration
{
    /// <summary>The port of DNS.</summary>
    public const int Port = 53;

    private const string Path = "/etc/resolv.conf";
    private const int MaxSize = 64 * 1024;
    private const int MaxServers = 8;

    /// <summary>The system's resolvers. Without a file, or a line in it, it is one on this machine, as resolv.conf(5) has it.</summary>
    public static IReadOnlyList<IPEndPoint> Read()
    {
        try
        {
            using var file = File.OpenRead(Path);
            var bytes = new byte[MaxSize];
            return Parse(Encoding.UTF8.GetString(bytes, 0, file.ReadAtLeast(bytes, MaxSize, throwOnEndOfStream: false)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Parse("");
        }
    }

    /// <summary>The resolvers that a text of such a file names.</summary>
    public static IReadOnlyList<IPEndPoint> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var servers = new List<IPEndPoint>();
        foreach (var line in text.Split('\n'))
        {
            var words = line.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
            if (words is ["nameserver", var address, ..] && IPAddress.TryParse(address, out var parsed) && servers.Count < MaxServers)
                servers.Add(new IPEndPoint(parsed, Port));
        }
        return servers.Count > 0 ? servers : [new IPEndPoint(IPAddress.Loopback, Port)];
    }
}
