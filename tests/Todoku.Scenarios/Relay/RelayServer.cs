using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Todoku.Scenarios.Relay;

/// <summary>The built relay in a network namespace, with a folder of its own, where it takes mail at 127.0.0.1:25 of this host and its neighbour, and from <c>todoku sendmail</c>.</summary>
internal sealed class RelayServer : IAsyncDisposable
{
    /// <summary>Its name.</summary>
    public const string HostName = "mail.hosting.example";

    private readonly NetworkNamespace _network;
    private readonly string _folder;
    private Process _process;

    private RelayServer(NetworkNamespace network, string folder, Process process) => (_network, _folder, _process) = (network, folder, process);

    /// <summary>Its configuration.</summary>
    public string Configuration => Path.Combine(_folder, "relay.toml");

    /// <summary>Its log.</summary>
    public string LogPath => Path.Combine(_folder, "relay.log");

    /// <summary>The folder where its mail waits that it could not be reached for.</summary>
    public string Spool => Path.Combine(_folder, "spool");

    /// <summary>Where mail for its postmaster lies.</summary>
    public string Postmaster => Path.Combine(_folder, "data", "postmaster", "new");

    /// <summary>Starts it and waits until it takes mail.</summary>
    /// <param name="network">Where.</param>
    /// <param name="folder">For its files.</param>
    /// <param name="relay">Further lines of <c>[relay]</c>.</param>
    /// <param name="tables">Further tables.</param>
    /// <param name="ct">Stops the waiting.</param>
    public static async Task<RelayServer> StartAsync(NetworkNamespace network, string folder, string relay, string tables, CancellationToken ct)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, "relay")).FullName;
        await File.WriteAllTextAsync(Path.Combine(place, "relay.toml"), $"""
            [relay]
            host-name = "{HostName}"
            data = "data"
            {relay}
            [[listen]]
            address = "127.0.0.1:25"
            role = "trusted"
            trusted = ["127.0.0.0/8", "{Internet.Receiver}"]
            [sendmail]
            socket = "run/sendmail.sock"
            spool = "spool"
            [control]
            socket = "run/control.sock"
            [log]
            file = "relay.log"
            {tables}

            """, ct);
        var server = new RelayServer(network, place, Launch(network, place));
        await server.WaitUntilUpAsync(0, ct);
        return server;
    }

    /// <summary>Kills it as a loss of power would, as far as the process goes.</summary>
    public async Task KillAsync(CancellationToken ct)
    {
        _process.Kill();
        await _process.WaitForExitAsync(ct);
    }

    /// <summary>Tells it to stop, and waits.</summary>
    public async Task<int> StopAsync(CancellationToken ct)
    {
        using (var kill = Process.Start("kill", ["-s", "TERM", _process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync(ct);
        await _process.WaitForExitAsync(ct);
        return _process.ExitCode;
    }

    /// <summary>Starts it anew after it ended.</summary>
    public async Task RestartAsync(CancellationToken ct)
    {
        var starts = Starts();
        _process.Dispose();
        _process = Launch(_network, _folder);
        await WaitUntilUpAsync(starts, ct);
    }

    /// <summary>The lines of its log.</summary>
    public IReadOnlyList<JsonElement> Log()
    {
        if (!File.Exists(LogPath)) return [];
        using var stream = new FileStream(LogPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n');
        return [.. lines[..^1].Select(line => JsonDocument.Parse(line).RootElement)];
    }

    /// <summary>The messages of its log that hold a text.</summary>
    public IReadOnlyList<JsonElement> Log(string text) => [.. Log().Where(line => line.GetProperty("message").GetString()!.Contains(text, StringComparison.Ordinal))];

    /// <summary>Waits until so many messages of the log hold a text.</summary>
    public async Task<IReadOnlyList<JsonElement>> WaitForLogAsync(string text, int count, CancellationToken ct)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (Log(text) is var lines)
        {
            if (lines.Count >= count) return lines;
            if (_process.HasExited) throw new InvalidOperationException($"the relay ended: {await _process.StandardError.ReadToEndAsync(ct)}");
            await ticks.WaitForNextTickAsync(ct);
        }
        throw new UnreachableException();
    }

    /// <summary>Calls <c>todoku sendmail</c> as a program would.</summary>
    public Task<(int Status, string Output, string Errors)> SendmailAsync(string message, CancellationToken ct, params string[] arguments) =>
        _network.RunAsync(message, TodokuCommand.BinaryPath, ["sendmail", "-C", Configuration, .. arguments], ct);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Launch(NetworkNamespace network, string folder) => network.Start(TodokuCommand.BinaryPath, "relay", "run", "--config", Path.Combine(folder, "relay.toml"));

    private int Starts() => Log("info: listening on").Count;

    private async Task WaitUntilUpAsync(int startsBefore, CancellationToken ct) => await WaitForLogAsync("info: listening on", startsBefore + 1, ct);
}
