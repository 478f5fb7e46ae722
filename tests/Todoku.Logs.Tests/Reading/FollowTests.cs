using Microsoft.Extensions.Time.Testing;
using Todoku.Logs.Sources;

namespace Todoku.Logs.Tests.Reading;

public sealed class FollowTests : IDisposable
{
    private const string Line = "2026-06-03T10:40:57Z web1 postfix/smtp[1]: AAAA1: to=<a@example.org>, relay=none, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (ok)\n";

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task Reads_what_is_there_then_what_is_appended_and_waits_for_the_end_of_a_line()
    {
        var time = new FakeTimeProvider();
        var observer = new RecordingObserver();
        var reader = new LogReader(observer, new LogReaderOptions());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var follower = new LogFollower(_path, 0, time, TimeSpan.FromSeconds(1));
        File.AppendAllText(_path, Line);
        var seen = new List<int>();

        var following = reader.FollowAsync(follower, MemoryLog.File("", _path), CaughtUp, stop.Token);
        for (var i = 0; i < 10 && !following.IsCompleted; i++) time.Advance(TimeSpan.FromSeconds(1));
        await following.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        // Nothing new, half a line (no new attempt yet), the rest of it.
        Assert.Equal([1, 1, 2], seen);

        void CaughtUp(ReadSummary summary)
        {
            Assert.Equal(observer.Lines.Count, summary.DeliveryLines);
            seen.Add(observer.Lines.Count);
            if (seen.Count == 1) File.AppendAllText(_path, Line[..40]);
            else if (seen.Count == 2) File.AppendAllText(_path, Line[40..]);
            else stop.Cancel();
        }
    }
}
