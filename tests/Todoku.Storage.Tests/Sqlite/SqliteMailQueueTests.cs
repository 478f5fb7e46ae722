using System.Collections.Concurrent;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Storage.Sqlite;

namespace Todoku.Storage.Tests.Sqlite;

public sealed class SqliteMailQueueTests
{
    private static AttemptResult Greylisted { get; } = new(Mails.Time, "192.0.2.1", Cause.Greylisted, SmtpStage.RcptTo, "450 4.7.1 try again in 300 seconds");

    [Fact]
    public async Task What_was_queued_is_there_after_a_restart_in_every_detail()
    {
        using var folder = new TempFolder();
        var message = Mails.Make(size: 200_000, recipients: 2) with { Lanes = [LaneKey.OfProvider("google"), new LaneKey("domain:例え.example")] };
        message = message with
        {
            Envelope = message.Envelope with
            {
                OriginalSender = "www-data@web1",
                IsBulk = true,
                Needs = ContentNeeds.Utf8 | ContentNeeds.Tls,
                DsnEnvelopeId = "QQ314159",
                IdempotencyKey = "order 17",
                VerpDomain = "bounces.example.com",
                AuthorDomain = "example.com",
                SigningDomains = ["example.com", "relay.example"],
                DsnReturn = DsnReturn.Headers,
                Recipients = [new QueuedRecipient("利用者@example.net") { OriginalRecipient = "rfc822;a@b.example", Notify = DsnNotify.Failure | DsnNotify.Delay }, new("b@example.org")],
            },
        };
        QueueId id;
        await using (var queue = Open(folder)) id = await EnqueueAsync(queue, message);

        await using var again = Open(folder);
        var entries = await Mails.LoadAsync(again);
        var found = again.Find(id);

        Assert.Equal([new EntryId(id, 0), new EntryId(id, 1)], entries.Select(entry => entry.Id));
        Assert.Equal(message.Lanes, entries.Select(entry => entry.Lane));
        Assert.All(entries, entry => Assert.Equal(("example.com|www-data|bulk", 200_000, 0, false), (entry.Flow.Name, entry.Size, entry.Attempts, entry.IsPossiblyTwice)));
        Assert.NotNull(found);
        Assert.Equivalent(message.Envelope, found.Envelope, strict: true);
        Assert.Equal(message.Envelope.Recipients, found.Entries.Select(entry => entry.Recipient));
        Assert.Equal(message.Content.ToArray(), Mails.ReadAll(again, id));
    }

    [Fact]
    public async Task A_message_is_gone_with_its_last_entry()
    {
        using var folder = new TempFolder();
        await using var queue = Open(folder);
        var id = await EnqueueAsync(queue, Mails.Make(recipients: 2));

        await SettleAsync(queue, new EntryOutcome.Delivered(new EntryId(id, 0)));
        Assert.Equal([new EntryId(id, 1)], queue.Find(id)!.Entries.Select(entry => entry.Stored.Id));
        Assert.NotEmpty(Mails.ReadAll(queue, id));

        await SettleAsync(queue, new EntryOutcome.Bounced(new EntryId(id, 1)));
        Assert.Null(queue.Find(id));
        Assert.Empty(Mails.ReadAll(queue, id));
    }

    [Fact]
    public async Task A_deferred_entry_keeps_when_and_why()
    {
        using var folder = new TempFolder();
        QueueId id;
        await using (var queue = Open(folder))
        {
            id = await EnqueueAsync(queue, Mails.Make());
            var entry = new EntryId(id, 0);
            await queue.BeginAsync([new AttemptRecord(entry, Mails.Time, "192.0.2.1")], default);
            await SettleAsync(queue, new EntryOutcome.Deferred(entry, Mails.Time.AddMinutes(5), Greylisted));
        }

        await using var again = Open(folder);
        var stored = Assert.Single(await Mails.LoadAsync(again));

        Assert.Equal((1, false, Mails.Time.AddMinutes(5).ToUnixTimeMilliseconds()), (stored.Attempts, stored.IsPossiblyTwice, stored.Due));
        Assert.Equal((Cause.Greylisted, false), (stored.LastCause, stored.IsDelayTold));
        Assert.Equal(Greylisted, Assert.Single(again.Find(id)!.Entries).LastAttempt);
    }

    [Fact]
    public async Task That_a_sender_was_told_of_the_delay_outlives_a_restart_and_later_attempts()
    {
        using var folder = new TempFolder();
        await using (var queue = Open(folder))
        {
            var entry = new EntryId(await EnqueueAsync(queue, Mails.Make()), 0);
            await SettleAsync(queue, new EntryOutcome.Deferred(entry, Mails.Time, Greylisted) { TellsDelay = true });
            await SettleAsync(queue, new EntryOutcome.Deferred(entry, Mails.Time, Greylisted with { Cause = Cause.MailboxFull }));
        }
        await using var again = Open(folder);
        var stored = Assert.Single(await Mails.LoadAsync(again));
        Assert.Equal((Cause.MailboxFull, true), (stored.LastCause, stored.IsDelayTold));
    }

    [Fact]
    public async Task That_a_message_may_arrive_twice_outlives_a_restart_and_later_attempts()
    {
        using var folder = new TempFolder();
        await using (var queue = Open(folder))
        {
            var entry = new EntryId(await EnqueueAsync(queue, Mails.Make()), 0);
            await queue.BeginAsync([new AttemptRecord(entry, Mails.Time, "192.0.2.1")], default);
            await SettleAsync(queue, new EntryOutcome.Deferred(entry, Mails.Time, Greylisted) { IsPossiblyTwice = true });
            await queue.BeginAsync([new AttemptRecord(entry, Mails.Time, "192.0.2.1")], default);
            await SettleAsync(queue, new EntryOutcome.Deferred(entry, Mails.Time, Greylisted));
        }
        await using var again = Open(folder);
        Assert.True(Assert.Single(await Mails.LoadAsync(again)).IsPossiblyTwice);
    }

    [Fact]
    public async Task An_attempt_without_an_end_marks_the_entry_for_good()
    {
        using var folder = new TempFolder();
        await using (var queue = Open(folder))
        {
            var id = await EnqueueAsync(queue, Mails.Make());
            await queue.BeginAsync([new AttemptRecord(new EntryId(id, 0), Mails.Time, "192.0.2.1")], default);
        }
        await using (var queue = Open(folder))
        {
            var stored = Assert.Single(await Mails.LoadAsync(queue));
            Assert.True(stored.IsPossiblyTwice);
            await queue.BeginAsync([new AttemptRecord(stored.Id, Mails.Time, "192.0.2.1")], default);
            await SettleAsync(queue, new EntryOutcome.Deferred(stored.Id, Mails.Time, Greylisted));
        }
        await using var last = Open(folder);
        Assert.True(Assert.Single(await Mails.LoadAsync(last)).IsPossiblyTwice);
    }

    [Fact]
    public async Task A_held_entry_stays_held_until_it_is_released()
    {
        using var folder = new TempFolder();
        await using (var queue = Open(folder))
        {
            var id = await EnqueueAsync(queue, Mails.Make(recipients: 2));
            await SettleAsync(queue, new EntryOutcome.Held(new EntryId(id, 0), null), new EntryOutcome.Held(new EntryId(id, 1), null));
            await SettleAsync(queue, new EntryOutcome.Released(new EntryId(id, 1), Mails.Time));
        }
        await using var again = Open(folder);
        Assert.Equal([EntryState.Held, EntryState.Waiting], (await Mails.LoadAsync(again)).Select(entry => entry.State));
    }

    [Fact]
    public async Task An_entry_that_moved_is_in_its_new_lane_after_a_restart()
    {
        using var folder = new TempFolder();
        await using (var queue = Open(folder))
        {
            var id = await EnqueueAsync(queue, Mails.Make(recipients: 4, lane: "domain:a.example"));
            await SettleAsync(
                queue,
                new EntryOutcome.Deferred(new EntryId(id, 0), Mails.Time, Greylisted) { MovedTo = new LaneKey("provider:a") },
                new EntryOutcome.Held(new EntryId(id, 1), null) { MovedTo = new LaneKey("provider:b") },
                new EntryOutcome.Released(new EntryId(id, 2), Mails.Time) { MovedTo = new LaneKey("provider:c") },
                new EntryOutcome.Deferred(new EntryId(id, 3), Mails.Time, Greylisted));
        }
        await using var again = Open(folder);
        Assert.Equal(["provider:a", "provider:b", "provider:c", "domain:a.example"], (await Mails.LoadAsync(again)).Select(entry => entry.Lane.Name));
    }

    [Fact]
    public async Task A_bounce_and_its_notice_are_one_change()
    {
        using var folder = new TempFolder();
        await using var queue = Open(folder);
        var id = await EnqueueAsync(queue, Mails.Make());

        var written = await queue.SettleAsync([new EntryOutcome.Bounced(new EntryId(id, 0))], [Mails.Make(sender: "")], default);

        var notice = Assert.Single(Assert.IsType<WriteOutcome.Done>(written).Messages);
        Assert.Equal([new EntryId(notice, 0)], (await Mails.LoadAsync(queue)).Select(entry => entry.Id));
        Assert.Equal("", queue.Find(notice)!.Envelope.Sender);
    }

    [Fact]
    public async Task A_large_message_comes_in_pieces_of_any_length()
    {
        using var folder = new TempFolder();
        await using var queue = Open(folder);
        var content = Mails.Content(1_000_003);
        await using var spool = queue.Spool();
        for (var at = 0; at < content.Length; at += 7_919)
            Assert.IsType<WriteOutcome.Done>(await spool.WriteAsync(content.AsMemory(at, Math.Min(7_919, content.Length - at)), default));

        var message = Mails.Make();
        var outcome = await spool.CommitAsync(message.Envelope, message.Lanes, default);

        var id = Assert.IsType<EnqueueOutcome.Queued>(outcome).Id;
        Assert.Equal(content, Mails.ReadAll(queue, id));
        Assert.Equal(content.Length, queue.Find(id)!.Envelope.Size);
        Assert.Equal(content.Length, Assert.Single(await Mails.LoadAsync(queue)).Size);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_spooled_and_not_queued_is_removed(bool isDisposed)
    {
        using var folder = new TempFolder();
        await using (var queue = Open(folder))
        {
            var spool = queue.Spool();
            await spool.WriteAsync(Mails.Content(300_000), default);
            if (isDisposed) await spool.DisposeAsync();
        }
        await using var again = Open(folder);
        Assert.Empty(await Mails.LoadAsync(again));
        await again.DisposeAsync();
        using var database = Storage.Sqlite.Native.Database.Open(folder.Queue, isReadOnly: true);
        Assert.Equal((0, 0), (database.Number("SELECT count(*) FROM piece"), database.Number("SELECT count(*) FROM spool")));
    }

    [Fact]
    public async Task Numbers_are_never_used_again()
    {
        using var folder = new TempFolder();
        var seen = new HashSet<QueueId>();
        for (var round = 0; round < 3; round++)
        {
            await using var queue = Open(folder);
            for (var i = 0; i < 3; i++)
            {
                var id = await EnqueueAsync(queue, Mails.Make(size: 100));
                Assert.True(seen.Add(id));
                await SettleAsync(queue, new EntryOutcome.Delivered(new EntryId(id, 0)));
            }
        }
    }

    [Fact]
    public async Task A_reserved_number_is_nobody_elses_also_after_a_restart()
    {
        using var folder = new TempFolder();
        var seen = new ConcurrentBag<QueueId>();
        for (var round = 0; round < 2; round++)
        {
            await using var queue = Open(folder);
            // More than are fetched at once, beside messages that get theirs when they are kept.
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
            {
                for (var i = 0; i < 3000; i++) seen.Add((await queue.ReserveAsync())!.Value);
                for (var i = 0; i < 5; i++) seen.Add(await EnqueueAsync(queue, Mails.Make(size: 100)));
            })));
        }
        Assert.Equal(2 * 4 * 3005, seen.Distinct().Count());
    }

    [Theory]
    [InlineData(5_000)]
    [InlineData(300_000)]
    public async Task A_message_gets_the_number_that_was_reserved_for_it(int size)
    {
        using var folder = new TempFolder();
        await using (var queue = Open(folder))
        {
            var id = (await queue.ReserveAsync())!.Value;
            var message = Mails.Make(size: size);
            await using var spool = queue.Spool(id);
            await spool.WriteAsync(message.Content, default);
            Assert.Equal(new EnqueueOutcome.Queued(id), await spool.CommitAsync(message.Envelope, message.Lanes, default));
            Assert.Equal(message.Content, Mails.ReadAll(queue, id));

            var whole = (await queue.ReserveAsync())!.Value;
            Assert.Equal(whole, await EnqueueAsync(queue, message with { Id = whole }));
            Assert.Equal(message.Content, Mails.ReadAll(queue, whole));
        }
        using var database = Storage.Sqlite.Native.Database.Open(folder.Queue, isReadOnly: true);
        Assert.Equal(0, database.Number("SELECT count(*) FROM spool"));
    }

    [Fact]
    public async Task Many_producers_at_once_lose_nothing()
    {
        using var folder = new TempFolder();
        QueueId[] ids;
        await using (var queue = Open(folder))
            ids = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Task.Run(() => EnqueueAsync(queue, Mails.Make(size: 100 + i)))));

        await using var again = Open(folder);
        Assert.Equal(ids.Order(), (await Mails.LoadAsync(again)).Select(entry => entry.Id.Message));
        Assert.All(ids, id => Assert.Equal(Mails.Content((int)again.Find(id)!.Envelope.Size), Mails.ReadAll(again, id)));
    }

    [Fact]
    public async Task Unknown_entries_are_passed_over()
    {
        using var folder = new TempFolder();
        await using var queue = Open(folder);
        var nobody = new EntryId(new QueueId(77), 0);

        await queue.BeginAsync([new AttemptRecord(nobody, Mails.Time, "192.0.2.1")], default);
        await SettleAsync(queue, new EntryOutcome.Deferred(nobody, Mails.Time, Greylisted), new EntryOutcome.Delivered(nobody), new EntryOutcome.Held(nobody, Greylisted));

        Assert.Null(queue.Find(nobody.Message));
        Assert.Empty(await Mails.LoadAsync(queue));
    }

    [Fact]
    public async Task A_closed_queue_refuses()
    {
        using var folder = new TempFolder();
        var queue = Open(folder);
        await queue.DisposeAsync();

        var outcome = await queue.EnqueueAsync(Mails.Make(), default);

        Assert.Equal(StorageFault.Closed, Assert.IsType<EnqueueOutcome.Refused>(outcome).Fault);
        Assert.Null(await queue.ReserveAsync());
    }

    internal static SqliteMailQueue Open(TempFolder folder) => new(new QueueOptions(folder.Queue));

    internal static async Task<QueueId> EnqueueAsync(SqliteMailQueue queue, NewMessage message) =>
        Assert.IsType<EnqueueOutcome.Queued>(await queue.EnqueueAsync(message, default)).Id;

    internal static async Task SettleAsync(SqliteMailQueue queue, params EntryOutcome[] outcomes) =>
        Assert.IsType<WriteOutcome.Done>(await queue.SettleAsync(outcomes, [], default));
}
