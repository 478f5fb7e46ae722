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
}
