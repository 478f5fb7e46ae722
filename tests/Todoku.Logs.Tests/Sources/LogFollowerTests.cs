using System.Text;
using Microsoft.Extensions.Time.Testing;
using Todoku.Logs.Sources;

namespace Todoku.Logs.Tests.Sources;

public sealed class LogFollowerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private readonly byte[] _buffer = new byte[4096];

    private string Log => _folder["mail.log"];

    [Fact]
    public async Task Gives_what_is_appended()
    {
        File.WriteAllText(Log, "old\n");
        using var follower = Follow(position: 4);
        var next = follower.ReadAsync(_buffer, CancellationToken.None);
        Assert.False(next.IsCompleted);

        File.AppendAllText(Log, "new\n");
        Assert.Equal("new\n", await Next(next));
        File.AppendAllText(Log, "newer\n");
        Assert.Equal("newer\n", await Next(follower));
    }

    [Fact]
    public async Task Reads_the_renamed_file_to_its_end_before_the_new_one()
    {
        File.WriteAllText(Log, "one\n");
        using var follower = Follow(position: 0);
        Assert.Equal("one\n", await Next(follower));

        File.Move(Log, Log + ".1");
        File.AppendAllText(Log + ".1", "two\n");
        Assert.Equal("two\n", await Next(follower));
        File.WriteAllText(Log, "");
        var waiting = follower.ReadAsync(_buffer, CancellationToken.None);
        Assert.False(waiting.IsCompleted);
        File.AppendAllText(Log + ".1", "late\n");
        Assert.Equal("late\n", await Next(waiting));
        File.AppendAllText(Log, "three\n");
        Assert.Equal("three\n", await Next(follower));
    }

    [Fact]
    public async Task Starts_over_when_the_file_is_cut_to_nothing()
    {
        File.WriteAllText(Log, "one\ntwo\n");
        using var follower = Follow(position: 0);
        Assert.Equal("one\ntwo\n", await Next(follower));

        TempFolder.Cut(Log, 0);
        File.AppendAllText(Log, "three\n");
        Assert.Equal("three\n", await Next(follower));
    }

    [Fact]
    public async Task Starts_over_when_the_file_was_cut_and_grew_past_the_old_place()
    {
        File.WriteAllText(Log, "one\n");
        using var follower = Follow(position: 0);
        Assert.Equal("one\n", await Next(follower));

        TempFolder.Cut(Log, 0);
        File.AppendAllText(Log, "much longer than before\n");
        Assert.Equal("much longer than before\n", await Next(follower));
    }

    [Fact]
    public async Task Waits_for_a_file_that_is_not_there_yet()
    {
        using var follower = Follow(position: 0);
        var waiting = follower.ReadAsync(_buffer, CancellationToken.None);
        Assert.False(waiting.IsCompleted);

        File.WriteAllText(Log, "first\n");
        Assert.Equal("first\n", await Next(waiting));
    }

    [Fact]
    public async Task Starts_over_when_the_file_is_shorter_than_what_was_read()
    {
        File.WriteAllText(Log, "new\n");
        using var follower = Follow(position: 1000);

        Assert.Equal("new\n", await Next(follower));
    }

    [Fact]
    public async Task An_empty_file_that_is_replaced_is_left()
    {
        File.WriteAllText(Log, "");
        using var follower = Follow(position: 0);
        var waiting = follower.ReadAsync(_buffer, CancellationToken.None);

        File.Move(Log, Log + ".1");
        File.WriteAllText(Log, "first\n");
        Assert.Equal("first\n", await Next(waiting));
    }

    [Fact]
    public async Task Waiting_ends_when_asked()
    {
        using var follower = Follow(position: 0);
        using var stop = new CancellationTokenSource();
        var waiting = follower.ReadAsync(_buffer, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);
    }

    public void Dispose() => _folder.Dispose();

    private LogFollower Follow(long position) => new(Log, position, _time, LogFollower.DefaultInterval);

    private Task<string> Next(LogFollower follower) => Next(follower.ReadAsync(_buffer, CancellationToken.None));

    private async Task<string> Next(ValueTask<int> read)
    {
        var task = read.AsTask();
        for (var i = 0; i < 10 && !task.IsCompleted; i++)
        {
            _time.Advance(LogFollower.DefaultInterval);
            await Task.Yield();
        }
        return Encoding.UTF8.GetString(_buffer.AsSpan(0, await task.WaitAsync(TimeSpan.FromSeconds(30))));
    }
}
