using System.Diagnostics;
using System.Globalization;
using Todoku.Relay.Queue;

namespace Todoku.Storage.Tests.Crash;

/// <summary>Kills a relay under load again and again over one queue, and compares what it promised with what is left.</summary>
internal sealed class CrashRun(string queue, int seed)
{
    private readonly Random _random = new(seed);
    private readonly HashSet<long> _promised = [];
    private readonly HashSet<long> _sent = [];

    public int Promised => _promised.Count;

    /// <summary>Runs one relay until it was killed.</summary>
    /// <param name="environment">What else its environment holds.</param>
    public void Kill(params (string Name, string Value)[] environment)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Todoku.QueueBench.dll");
        var start = new ProcessStartInfo("dotnet", ["exec", program, "crash", queue]) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var child = Process.Start(start)!;
        // Counted in lines, not in time, so that a slow machine tests the same.
        var lines = _random.Next(1, 1500);
        string? line;
        for (var i = 0; i < lines && (line = child.StandardOutput.ReadLine()) is not null; i++) Note(line);
        Assert.False(child.HasExited);
        child.Kill();
        while ((line = child.StandardOutput.ReadLine()) is not null) Note(line);
        child.WaitForExit();
    }

    /// <summary>Each message that was promised is queued or was sent; one that was sent and is queued all the same is marked.</summary>
    public void Check(IReadOnlyList<StoredEntry> entries, IMailQueue queue)
    {
        var left = entries.ToDictionary(entry => entry.Id.Message.Value);
        Assert.DoesNotContain(_promised, id => !left.ContainsKey(id) && !_sent.Contains(id));
        Assert.DoesNotContain(left.Values, entry => _sent.Contains(entry.Id.Message.Value) && !entry.IsPossiblyTwice);
        // A message that is there is there whole.
        foreach (var entry in entries.Where(_ => _random.Next(20) == 0)) Assert.Equal(entry.Size, Mails.ReadAll(queue, entry.Id.Message).LongLength);
    }

    private void Note(string line)
    {
        if (line is not ['Q' or 'S', ' ', .. var number] || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return;
        (line[0] == 'Q' ? _promised : _sent).Add(id);
    }
}
