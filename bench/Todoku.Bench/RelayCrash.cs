using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Todoku.Storage.Sqlite;

namespace Todoku.Bench;

/// <summary>Kills a relay under load at random moments; see bench/relay-crash.sh.</summary>
/// <param name="todoku">The command.</param>
/// <param name="folder">Where the relay works; its <c>data</c> may be a disk of its own.</param>
/// <param name="mode"><c>plain</c>; <c>hang-up</c>: the sink hangs up at every stage; <c>full</c>: the disk is filled and emptied again; <c>clock</c>: the clock jumps;
/// <c>power</c>: what was not synced is dropped or reordered, as by a power cut.</param>
internal sealed class RelayCrash(string todoku, string folder, string mode) : IDisposable
{
    private const int Sessions = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly CrashSink _sink = new(mode == "hang-up" ? 0.02 : 0);
    private readonly int _port = FreePort();
    private readonly string _clock = Path.Combine(folder, "clock");
    private readonly string _queue = Path.Combine(folder, "data", "queue.db");

    public static async Task<int> RunAsync(string todoku, string folder, string mode, int kills)
    {
        using var run = new RelayCrash(todoku, folder, mode);
        return await run.RunAsync(kills);
    }

    public void Dispose() => _sink.Dispose();

    private async Task<int> RunAsync(int kills)
    {
        Configure();
        var sessions = new CrashSessions(_port);
        for (var round = 0; round < kills; round++)
        {
            using var relay = await StartAsync();
            var load = sessions.RunAsync(Sessions);
            if (mode == "full") Fill(isFull: round % 3 != 2);
            if (mode == "clock") SetClock(Random.Shared.Next(-7200, 7200));
            await Task.Delay(Random.Shared.Next(20, 900));
            // A third of the rounds with a queue that grows.
            _sink.IsClosed = round % 3 == 1;
            relay.Kill();
            await relay.WaitForExitAsync();
            await load;
            if (mode == "power") CutPower();
        }
        _sink.IsClosed = false;
        if (mode == "full") Fill(isFull: false);
        using var last = await StartAsync();
        var missing = await WaitForAllAsync(sessions);
        using (var stop = Process.Start("/bin/kill", ["-TERM", last.Id.ToString(CultureInfo.InvariantCulture)])) await stop.WaitForExitAsync();
        await last.WaitForExitAsync();

        var queued = await QueuedAsync();
        var waiting = missing.RemoveAll(number => queued.Contains(sessions.Promised[number]));
        var marked = Marked();
        var twice = sessions.Promised.Where(pair => _sink.Taken.GetValueOrDefault(pair.Key) > 1).ToList();
        var unmarked = twice.Where(pair => !marked.Contains(pair.Value)).ToList();
        foreach (var (number, id) in unmarked.Take(5)) Console.WriteLine($"message {number} ({id}) came {_sink.Taken[number]} times without a mark");
        foreach (var number in missing.Take(5)) Console.WriteLine($"message {number} ({sessions.Promised[number]}) was promised and is lost");
        Console.WriteLine($"{mode}: {kills} kills, {sessions.Promised.Count} messages promised, {sessions.Refused} refused for now, {waiting} of them queued at the end, {missing.Count} lost, {twice.Count} sent twice, {unmarked.Count} of them unmarked");
        return missing.Count == 0 && unmarked.Count == 0 && !sessions.Promised.IsEmpty ? 0 : 1;
    }

    private void Configure() => File.WriteAllText(Path.Combine(folder, "relay.toml"), $"""
        [relay]
        host-name = "relay.bench.test"
        data = "data"
        [queue]
        least-free = "1M"
        [[listen]]
        address = "127.0.0.1:{_port}"
        role = "trusted"
        trusted = ["127.0.0.1"]
        [[path]]
        name = "sink"
        kind = "smart-host"
        host = "127.0.0.1"
        port = {_sink.Port}
        tls = "none"
        [log]
        file = "relay.log"
        """);

    private async Task<Process> StartAsync()
    {
        var start = new ProcessStartInfo(todoku, ["relay", "run", "--config", Path.Combine(folder, "relay.toml")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (mode == "clock")
        {
            SetClock(0);
            start.Environment["LD_PRELOAD"] = Environment.GetEnvironmentVariable("TODOKU_FAKETIME");
            start.Environment["FAKETIME_TIMESTAMP_FILE"] = _clock;
            start.Environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
            start.Environment["FAKETIME_NO_CACHE"] = "1";
        }
        if (mode == "power")
        {
            start.Environment["LD_PRELOAD"] = Environment.GetEnvironmentVariable("TODOKU_POWERLOSS");
            start.Environment["POWERLOSS"] = _queue;
        }
        var relay = Process.Start(start)!;
        // What it says is read, so that it never waits for a reader.
        _ = relay.StandardOutput.ReadToEndAsync();
        var errors = relay.StandardError.ReadToEndAsync();
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < Patience; await Task.Delay(10))
        {
            if (relay.HasExited) throw new InvalidOperationException($"the relay ended with {relay.ExitCode}: {await errors}");
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, _port);
                return relay;
            }
            catch (SocketException)
            {
                // Not yet.
            }
        }
        throw new TimeoutException("the relay did not open its port");
    }

    private async Task<List<int>> WaitForAllAsync(CrashSessions sessions)
    {
        var (missing, fewest, since) = (new List<int>(), int.MaxValue, Stopwatch.StartNew());
        do
        {
            await Task.Delay(200);
            missing = [.. sessions.Promised.Keys.Where(number => !_sink.Taken.ContainsKey(number))];
            if (missing.Count < fewest) (fewest, since) = (missing.Count, Stopwatch.StartNew());
        }
        while (missing.Count > 0 && since.Elapsed < Patience);
        // What came may come again: the relay is given the time to do so.
        await Task.Delay(2000);
        return missing;
    }

    // What was put off may have hours to go.
    private async Task<HashSet<string>> QueuedAsync()
    {
        var queued = new HashSet<string>(StringComparer.Ordinal);
        await using var queue = new SqliteMailQueue(new QueueOptions(_queue));
        await queue.LoadAsync(entry => queued.Add(entry.Id.Message.ToString()));
        return queued;
    }

    // The queue ids that the log marks.
    private HashSet<string> Marked()
    {
        var marked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(folder, "relay.log")))
        {
            if (!line.Contains("possibly-twice", StringComparison.Ordinal)) continue;
            try
            {
                using var json = JsonDocument.Parse(line);
                marked.Add(json.RootElement.GetProperty("message").GetString()!.Split(':')[0]);
            }
            catch (JsonException)
            {
                // A line that a kill cut.
            }
        }
        return marked;
    }

    // What bench/powerloss.c kept beside each file is what the disk would hold.
    private void CutPower()
    {
        foreach (var file in new[] { _queue, _queue + "-wal" })
        {
            File.Delete(file);
            if (File.Exists(file + ".durable")) File.Copy(file + ".durable", file);
        }
        File.Delete(_queue + "-shm");
    }

    private void SetClock(int seconds) => File.WriteAllText(_clock, seconds.ToString("+0;-0", CultureInfo.InvariantCulture));

    private void Fill(bool isFull)
    {
        var filling = Path.Combine(folder, "data", "filling");
        if (!isFull)
        {
            File.Delete(filling);
            return;
        }
        try
        {
            using var file = new FileStream(filling, FileMode.Append);
            for (var piece = new byte[1 << 20]; ;) file.Write(piece);
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
