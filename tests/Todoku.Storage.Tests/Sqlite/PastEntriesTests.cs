using Microsoft.Extensions.Time.Testing;
using Todoku.Knowledge;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Storage.Sqlite;
using Todoku.Storage.Sqlite.Native;

namespace Todoku.Storage.Tests.Sqlite;

/// <summary>What became of recipients is remembered for a time after they left the queue, where somebody can ask.</summary>
public sealed class PastEntriesTests
{
    private readonly FakeTimeProvider _time = new(Mails.Time);

    [Fact]
    public async Task What_became_of_each_recipient_outlives_its_message_and_a_restart()
    {
        using var folder = new TempFolder();
        QueueId id;
        await using (var queue = Open(folder))
        {
            id = await SqliteMailQueueTests.EnqueueAsync(queue, Asked(recipients: 2));
            await SqliteMailQueueTests.SettleAsync(queue, new EntryOutcome.Delivered(new EntryId(id, 0)) { Past = Past(id, 0) });
            Assert.Equal([Past(id, 0)], queue.FindPast(id));
            await SqliteMailQueueTests.SettleAsync(queue, new EntryOutcome.Bounced(new EntryId(id, 1)) { Past = Refused(id, 1) });
        }
        await using var again = Open(folder);
        await Mails.LoadAsync(again);
        Assert.Null(again.Find(id));
        Assert.Equal([Past(id, 0), Refused(id, 1)], again.FindPast(id));
        Assert.Empty(again.FindPast(new QueueId(id.Value + 1)));
    }

    [Fact]
    public async Task Whether_somebody_can_ask_outlives_a_restart()
    {
        using var folder = new TempFolder();
        await using var queue = Open(folder);
        var asked = await SqliteMailQueueTests.EnqueueAsync(queue, Asked());
        var bulk = Mails.Make();
        var other = await SqliteMailQueueTests.EnqueueAsync(queue, bulk with { Envelope = bulk.Envelope with { IsBulk = true } });

        Assert.Equal((true, false), (queue.Find(asked)!.Envelope.KeepsOutcome, queue.Find(asked)!.Envelope.IsBulk));
        Assert.Equal((false, true), (queue.Find(other)!.Envelope.KeepsOutcome, queue.Find(other)!.Envelope.IsBulk));
    }

    [Fact]
    public async Task After_its_time_nothing_is_told_and_nothing_is_left()
    {
        using var folder = new TempFolder();
        QueueId id;
        await using (var queue = Open(folder))
        {
            id = await EndAsync(queue);
            _time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
            Assert.Single(queue.FindPast(id));
            _time.Advance(TimeSpan.FromMinutes(2));
            Assert.Empty(queue.FindPast(id));
            // By itself, though nothing comes any more.
            _time.Advance(TimeSpan.FromHours(1));
        }
        using var database = Database.Open(folder.Queue, isReadOnly: true);
        Assert.Equal(0, database.Number("SELECT count(*) FROM outcome"));
    }

    [Fact]
    public async Task When_there_are_too_many_the_oldest_are_forgotten()
    {
        using var folder = new TempFolder();
        await using var queue = new SqliteMailQueue(new QueueOptions(folder.Queue) { Time = _time, MaxOutcomes = 10 });
        var ids = new List<QueueId>();
        for (var i = 0; i < 15; i++) ids.Add(await EndAsync(queue, TimeSpan.FromSeconds(i)));

        Assert.Equal([.. Enumerable.Repeat(0, 5), .. Enumerable.Repeat(1, 10)], ids.Select(id => queue.FindPast(id).Count));
    }

    [Fact]
    public async Task Without_a_time_nothing_is_remembered()
    {
        using var folder = new TempFolder();
        await using var queue = new SqliteMailQueue(new QueueOptions(folder.Queue) { Time = _time, OutcomeLifetime = TimeSpan.Zero });
        Assert.Empty(queue.FindPast(await EndAsync(queue)));
    }

    [Fact]
    public async Task What_comes_back_later_changes_what_is_told()
    {
        using var folder = new TempFolder();
        await using var queue = Open(folder);
        var id = await EndAsync(queue);
        var returned = Past(id, 0) with { State = FinalState.Returned, Cause = Cause.RecipientUnknown, Reply = "550 5.1.1 No such user", EndedAt = Mails.Time.AddHours(1) };

        Assert.IsType<WriteOutcome.Done>(await queue.AmendAsync(returned, default));
        Assert.IsType<WriteOutcome.Done>(await queue.AmendAsync(returned with { Entry = new EntryId(new QueueId(999), 0) }, default));

        Assert.Equal([returned], queue.FindPast(id));
        Assert.Empty(queue.FindPast(new QueueId(999)));
    }

    [Fact]
    public async Task On_a_full_disk_the_mail_comes_first()
    {
        using var folder = new TempFolder();
        await using var queue = new SqliteMailQueue(new QueueOptions(folder.Queue) { Time = _time, MaxPages = 100 });
        var id = await SqliteMailQueueTests.EnqueueAsync(queue, Asked(recipients: 2000));
        while (await queue.EnqueueAsync(Mails.Make(size: 5000), default) is EnqueueOutcome.Queued)
        {
        }

        // Far more than the pages that the entries leave.
        await SqliteMailQueueTests.SettleAsync(queue, [.. Enumerable.Range(0, 2000).Select(i => new EntryOutcome.Delivered(new EntryId(id, i)) { Past = Past(id, i) with { Reply = new string('x', 1000) } })]);

        Assert.Null(queue.Find(id));
        Assert.Empty(queue.FindPast(id));
    }

    [Fact]
    public async Task A_queue_of_the_version_before_is_taken_over()
    {
        using var folder = new TempFolder();
        QueueId id;
        await using (var queue = Open(folder)) id = await SqliteMailQueueTests.EnqueueAsync(queue, Mails.Make());
        using (var database = Database.Open(folder.Queue, isReadOnly: false)) database.Execute("DROP TABLE outcome; PRAGMA user_version=1");

        await using var again = Open(folder);
        Assert.Single(await Mails.LoadAsync(again));
        await SqliteMailQueueTests.SettleAsync(again, new EntryOutcome.Delivered(new EntryId(id, 0)) { Past = Past(id, 0) });
        Assert.Single(again.FindPast(id));
    }

    private SqliteMailQueue Open(TempFolder folder) => new(new QueueOptions(folder.Queue) { Time = _time });

    private static async Task<QueueId> EndAsync(SqliteMailQueue queue, TimeSpan after = default)
    {
        var id = await SqliteMailQueueTests.EnqueueAsync(queue, Asked());
        await SqliteMailQueueTests.SettleAsync(queue, new EntryOutcome.Delivered(new EntryId(id, 0)) { Past = Past(id, 0) with { EndedAt = Mails.Time + after } });
        return id;
    }

    private static NewMessage Asked(int recipients = 1)
    {
        var message = Mails.Make(recipients: recipients);
        return message with { Envelope = message.Envelope with { KeepsOutcome = true } };
    }

    private static PastEntry Past(QueueId id, int place) => new(new EntryId(id, place))
    {
        Submitter = "shop",
        AcceptedAt = Mails.Time,
        Address = $"user{place}@example.net",
        State = FinalState.Delivered,
        EndedAt = Mails.Time.AddSeconds(place),
        Attempts = 1,
        Reply = "250 2.0.0 OK",
    };

    private static PastEntry Refused(QueueId id, int place) => Past(id, place) with { State = FinalState.Bounced, Cause = Cause.RecipientUnknown, Reply = "550 5.1.1 名無し", Attempts = 3 };
}
