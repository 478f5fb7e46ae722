using System.Globalization;
using Todoku.Storage.Tests.Sqlite;

namespace Todoku.Storage.Tests.Crash;

public sealed class KillTests
{
    // bench/crash.sh asks for more.
    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("TODOKU_CRASH_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) ? rounds : 20;

    [Fact]
    public async Task What_was_promised_outlives_a_kill_at_any_moment()
    {
        using var folder = new TempFolder();
        var run = new CrashRun(folder.Queue, seed: 1);
        for (var round = 0; round < Rounds; round++)
        {
            run.Kill();
            await using var queue = SqliteMailQueueTests.Open(folder);
            run.Check(await Mails.LoadAsync(queue), queue);
        }
        Assert.True(run.Promised > Rounds);
        TestContext.Current.SendDiagnosticMessage("{0} kills, {1} messages promised", Rounds, run.Promised);
    }

    /// <summary>The same from what the disk would hold after a power cut. bench/crash.sh makes the library that knows.</summary>
    [Fact]
    public async Task What_was_promised_outlives_a_power_cut()
    {
        var library = Environment.GetEnvironmentVariable("TODOKU_POWERLOSS");
        if (library is null) Assert.Skip("bench/crash.sh runs this: it needs a library made by gcc");
        using var folder = new TempFolder();
        var run = new CrashRun(folder.Queue, seed: 2);
        for (var round = 0; round < Rounds; round++)
        {
            run.Kill(("LD_PRELOAD", library!), ("POWERLOSS", folder.Queue));
            foreach (var name in new[] { folder.Queue, folder.Queue + "-wal" })
            {
                File.Delete(name);
                if (File.Exists(name + ".durable")) File.Copy(name + ".durable", name);
            }
            File.Delete(folder.Queue + "-shm");
            await using (var queue = SqliteMailQueueTests.Open(folder)) run.Check(await Mails.LoadAsync(queue), queue);
            // What this process wrote is on the disk.
            foreach (var name in new[] { folder.Queue, folder.Queue + "-wal" })
            {
                File.Delete(name + ".durable");
                if (File.Exists(name)) File.Copy(name, name + ".durable");
            }
        }
        Assert.True(run.Promised > Rounds);
        TestContext.Current.SendDiagnosticMessage("{0} power cuts, {1} messages promised", Rounds, run.Promised);
    }
}
