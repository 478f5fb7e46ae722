using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Storage.Sqlite;

namespace Todoku.Storage.Tests.Sqlite;

/// <summary>A message that is handed in again under its key is queued once.</summary>
public sealed class IdempotencyTests
{
    [Fact]
    public async Task A_message_is_queued_once_however_often_it_is_handed_in_at_once()
    {
        using var folder = new TempFolder();
        await using var queue = SqliteMailQueueTests.Open(folder);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => EnqueueAsync(queue, "order 17"))));

        Assert.Single(outcomes.Select(outcome => outcome.Id).Distinct());
        Assert.Single(outcomes, outcome => !outcome.IsRepeated);
        Assert.Single(await Mails.LoadAsync(queue));
    }

    [Fact]
    public async Task A_key_outlives_a_restart_and_its_message()
    {
        using var folder = new TempFolder();
        QueueId id;
        await using (var queue = SqliteMailQueueTests.Open(folder))
        {
            id = (await EnqueueAsync(queue, "order 17")).Id;
            await SqliteMailQueueTests.SettleAsync(queue, new EntryOutcome.Delivered(new EntryId(id, 0)));
        }
        await using var again = SqliteMailQueueTests.Open(folder);
        Assert.Equal(new EnqueueOutcome.Queued(id) { IsRepeated = true }, await EnqueueAsync(again, "order 17"));
        Assert.Empty(await Mails.LoadAsync(again));
    }

    [Fact]
    public async Task Another_submitter_and_another_key_are_other_messages()
    {
        using var folder = new TempFolder();
        await using var queue = SqliteMailQueueTests.Open(folder);
        await EnqueueAsync(queue, "order 17");

        Assert.False((await EnqueueAsync(queue, "order 18")).IsRepeated);
        Assert.False((await EnqueueAsync(queue, "order 17", submitter: "shop")).IsRepeated);
        Assert.False((await EnqueueAsync(queue, null)).IsRepeated);
        Assert.False((await EnqueueAsync(queue, null)).IsRepeated);
    }

    [Fact]
    public async Task A_key_is_forgotten_after_its_time()
    {
        using var folder = new TempFolder();
        await using var queue = new SqliteMailQueue(new QueueOptions(folder.Queue) { KeyLifetime = TimeSpan.FromHours(1) });
        var first = await EnqueueAsync(queue, "order 17");
        Assert.True((await EnqueueAsync(queue, "order 17", after: TimeSpan.FromMinutes(59))).IsRepeated);

        var second = await EnqueueAsync(queue, "order 17", after: TimeSpan.FromMinutes(61));
        Assert.False(second.IsRepeated);
        Assert.NotEqual(first.Id, second.Id);
        Assert.True((await EnqueueAsync(queue, "order 17", after: TimeSpan.FromMinutes(90))).IsRepeated);
    }

    [Fact]
    public async Task The_oldest_keys_are_forgotten_when_there_are_too_many()
    {
        using var folder = new TempFolder();
        await using var queue = new SqliteMailQueue(new QueueOptions(folder.Queue) { MaxKeys = 10 });
        for (var i = 0; i < 15; i++) await EnqueueAsync(queue, $"order {i}", after: TimeSpan.FromSeconds(i));

        Assert.True((await EnqueueAsync(queue, "order 5", after: TimeSpan.FromMinutes(1))).IsRepeated);
        Assert.False((await EnqueueAsync(queue, "order 4", after: TimeSpan.FromMinutes(1))).IsRepeated);
    }

    [Fact]
    public async Task A_large_message_handed_in_again_leaves_nothing_behind()
    {
        using var folder = new TempFolder();
        await using (var queue = SqliteMailQueueTests.Open(folder))
        {
            Assert.False((await SpoolAsync(queue)).IsRepeated);
            Assert.True((await SpoolAsync(queue)).IsRepeated);
        }
        using var database = Storage.Sqlite.Native.Database.Open(folder.Queue, isReadOnly: true);
        Assert.Equal((5, 0, 1), (database.Number("SELECT count(*) FROM piece"), database.Number("SELECT count(*) FROM spool"), database.Number("SELECT count(*) FROM message")));
    }

    [Fact]
    public async Task A_key_that_is_too_long_is_the_callers_fault()
    {
        using var folder = new TempFolder();
        await using var queue = SqliteMailQueueTests.Open(folder);
        await Assert.ThrowsAsync<ArgumentException>(() => EnqueueAsync(queue, new string('x', QueuedEnvelope.MaxKeyLength + 1)));
    }

    private static async Task<EnqueueOutcome.Queued> SpoolAsync(SqliteMailQueue queue)
    {
        await using var spool = queue.Spool();
        await spool.WriteAsync(Mails.Content(300_000), default);
        var message = Mails.Make();
        return Assert.IsType<EnqueueOutcome.Queued>(await spool.CommitAsync(message.Envelope with { IdempotencyKey = "order 17" }, message.Lanes, default));
    }

    private static async Task<EnqueueOutcome.Queued> EnqueueAsync(SqliteMailQueue queue, string? key, string submitter = "www-data", TimeSpan after = default)
    {
        var message = Mails.Make(size: 100);
        message = message with { Envelope = message.Envelope with { IdempotencyKey = key, Submitter = submitter, AcceptedAt = Mails.Time + after } };
        return Assert.IsType<EnqueueOutcome.Queued>(await queue.EnqueueAsync(message, default));
    }
}
