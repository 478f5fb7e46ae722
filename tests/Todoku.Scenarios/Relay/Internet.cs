namespace Todoku.Scenarios.Relay;

/// <summary>A small internet: a name server, the relay's two addresses, and receivers at port 25 of theirs, all in one network namespace.</summary>
internal sealed class Internet : IAsyncDisposable
{
    /// <summary>The time after which a test is given up that waits for what does not come, in milliseconds.</summary>
    public const int Patience = 120_000;

    /// <summary>The name server.</summary>
    public const string Resolver = "203.0.113.53";

    /// <summary>The relay's first address.</summary>
    public const string First = "203.0.113.1";

    /// <summary>The relay's second address.</summary>
    public const string Second = "203.0.113.2";

    /// <summary>The address of the receivers' first server.</summary>
    public const string Receiver = "198.51.100.10";

    /// <summary>The address of the receivers' second server.</summary>
    public const string OtherReceiver = "198.51.100.20";

    private Internet(NetworkNamespace network, string folder) => (Network, Folder) = (network, folder);

    /// <summary>The namespace.</summary>
    public NetworkNamespace Network { get; }

    /// <summary>For files.</summary>
    public string Folder { get; }

    /// <summary>Why it can't be made here; null when it can.</summary>
    public static string? Missing() => TodokuCommand.Missing() ?? NetworkNamespace.Missing() ?? NameServer.Missing() ?? MailSink.Missing();

    /// <summary>Makes one, or fails in CI where something is missing, or skips.</summary>
    /// <param name="zones">Origin → records beyond those of the receivers.</param>
    /// <param name="ct">Stops the waiting.</param>
    public static async Task<Internet> StartAsync(IReadOnlyDictionary<string, string> zones, CancellationToken ct)
    {
        if (Missing() is { } missing)
        {
            if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(missing);
            Assert.Skip(missing);
        }
        var folder = Directory.CreateTempSubdirectory("todoku-internet-").FullName;
        var network = await NetworkNamespace.StartAsync(ct, Resolver, First, Second, Receiver, OtherReceiver);
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["shop.example"] = $"@ MX 10 mx\nmx A {Receiver}",
            ["other.example"] = $"@ MX 10 mx\nmx A {OtherReceiver}",
        };
        foreach (var (origin, records) in zones) all[origin] = records;
        await NameServer.StartAsync(network, folder, [Resolver], all, ct);
        return new Internet(network, folder);
    }

    /// <summary>Starts the relay, which asks the name server.</summary>
    public Task<RelayServer> RelayAsync(string tables, CancellationToken ct, string relay = "") =>
        RelayServer.StartAsync(Network, Folder, $"resolvers = [\"{Resolver}\"]\n{relay}", tables, ct);

    public async ValueTask DisposeAsync()
    {
        await Network.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
