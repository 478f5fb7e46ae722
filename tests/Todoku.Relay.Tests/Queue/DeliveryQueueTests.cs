using Microsoft.Extensions.Time.Testing;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;

namespace Todoku.Relay.Tests.Queue;

public sealed class DeliveryQueueTests
{
    private static DateTimeOffset Start { get; } = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);
    private readonly MemoryQueue _store = new();

    [Fact]
    public async Task A_queued_message_is_leased_at_once_by_who_waits()
    {
        await using var queue = await OpenAsync();
        var waiting = queue.LeaseAsync(10, default).AsTask();
        Assert.False(waiting.IsCompleted);

        await queue.EnqueueAsync(Message(recipients: 2), default);
        var batch = await waiting;

        Assert.Equal(("provider:google", 2), (batch.Lane.Name, batch.Entries.Count));
        Assert.Null(queue.TryLease(10));
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(300, false)]
    public async Task A_queue_that_another_process_has_open_is_waited_for_a_while(int times, bool isRead)
    {
        _store.Stored.Add(new StoredEntry
        {
            Id = new EntryId(new QueueId(1), 0),
            Lane = LaneKey.OfProvider("google"),
            Flow = new SenderFlow("x"),
            AcceptedAt = 0,
            Size = 1,
            Due = 0,
        });
        _store.InUse = times;

        var opening = DeliveryQueue.OpenAsync(_store, new SteadyClock(_time), TimeSpan.FromSeconds(10)).AsTask();
        while (!opening.IsCompleted)
        {
            var loads = _store.Loads;
            _time.Advance(TimeSpan.FromMilliseconds(50));
            for (var turn = 0; turn < 1000 && _store.Loads == loads && !opening.IsCompleted; turn++) await Task.Yield();
        }
        await using var queue = await opening;

        Assert.Equal(isRead ? 1 : 0, queue.Count);
        Assert.Equal(isRead, queue.Loaded is LoadOutcome.Loaded);
    }

    [Fact]
    public async Task A_deferred_message_comes_when_it_is_due()
    {
        await using var queue = await OpenAsync();
        await queue.EnqueueAsync(Message(), default);
        var entry = queue.TryLease(1)!.Entries[0];
        await queue.BeginAsync([new AttemptRecord(entry.Id, Start, "192.0.2.1")], default);
        await queue.SettleAsync([new EntryOutcome.Deferred(entry.Id, Start.AddMinutes(5), Greylisted)], []);

        var waiting = queue.LeaseAsync(1, default).AsTask();
        for (var minute = 0; minute < 4; minute++) _time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(waiting.IsCompleted);
        while (!waiting.IsCompleted) await PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await waiting).Entries[0].Attempts);
    }

    [Fact]
    public async Task What_is_not_on_the_disk_is_not_sent()
    {
        await using var queue = await OpenAsync();
        _store.Fault = StorageFault.Full;

        Assert.Equal(StorageFault.Full, Assert.IsType<EnqueueOutcome.Refused>(await queue.EnqueueAsync(Message(), default)).Fault);
        Assert.Null(queue.TryLease(1));
        Assert.False(queue.Health.IsWritable);
    }

    [Fact]
    public async Task What_was_sent_while_the_disk_was_full_is_written_when_it_is_not_and_not_sent_again_before()
    {
        await using var queue = await OpenAsync();
        await queue.EnqueueAsync(Message(), default);
        var entry = queue.TryLease(1)!.Entries[0];
        await queue.BeginAsync([new AttemptRecord(entry.Id, Start, "192.0.2.1")], default);
        _store.Fault = StorageFault.Full;

        var settling = queue.SettleAsync([new EntryOutcome.Delivered(entry.Id)], []).AsTask();
        while (_store.Refused < 5) await PassAsync(TimeSpan.FromSeconds(1));
        Assert.False(settling.IsCompleted);
        Assert.Null(queue.TryLease(1));

        _store.Fault = null;
        while (!settling.IsCompleted) await PassAsync(TimeSpan.FromSeconds(1));
        Assert.IsType<WriteOutcome.Done>(await settling);
        Assert.Equal([new EntryOutcome.Delivered(entry.Id)], _store.Settled);
        Assert.Equal(0, queue.Count);
    }

    [Fact]
    public async Task An_attempt_that_can_not_be_kept_may_be_returned()
    {
        await using var queue = await OpenAsync();
        await queue.EnqueueAsync(Message(), default);
        var entry = queue.TryLease(1)!.Entries[0];
        _store.Fault = StorageFault.ReadOnly;

        Assert.IsType<WriteOutcome.Failed>(await queue.BeginAsync([new AttemptRecord(entry.Id, Start, "192.0.2.1")], default));
        queue.Return([entry.Id]);

        Assert.Equal(entry, queue.TryLease(1)!.Entries[0]);
    }

    [Fact]
    public async Task A_notice_is_sent_like_any_message()
    {
        await using var queue = await OpenAsync();
        await queue.EnqueueAsync(Message(), default);
        var entry = queue.TryLease(1)!.Entries[0];

        await queue.SettleAsync([new EntryOutcome.Bounced(entry.Id)], [Message()]);

        Assert.Equal((1, new EntryId(new QueueId(2), 0)), (queue.Count, queue.TryLease(1)!.Entries[0].Id));
    }

    [Fact]
    public async Task An_administrator_changes_what_is_not_being_sent()
    {
        await using var queue = await OpenAsync();
        await queue.EnqueueAsync(Message(recipients: 3), default);
        var sending = queue.TryLease(1)!.Entries[0].Id;
        EntryId second = new(sending.Message, 1), third = new(sending.Message, 2), unknown = new(new QueueId(99), 0);

        var held = await queue.ChangeAsync([new EntryOutcome.Held(sending, null), new EntryOutcome.Held(second, null), new EntryOutcome.Dropped(third), new EntryOutcome.Dropped(unknown)], default);

        Assert.Equal(new AdminOutcome(2, 1, 1, null), held);
        Assert.Null(queue.TryLease(1));
        await queue.ChangeAsync([new EntryOutcome.Released(second, Start)], default);
        Assert.Equal(second, queue.TryLease(1)!.Entries[0].Id);
    }

    [Fact]
    public async Task A_change_that_can_not_be_kept_changes_nothing()
    {
        await using var queue = await OpenAsync();
        await queue.EnqueueAsync(Message(), default);
        _store.Fault = StorageFault.Full;

        var outcome = await queue.ChangeAsync([new EntryOutcome.Dropped(new EntryId(new QueueId(1), 0))], default);

        Assert.Equal((0, StorageFault.Full), (outcome.Changed, outcome.Failure!.Fault));
        Assert.NotNull(queue.TryLease(1));
    }

    [Fact]
    public async Task A_lane_that_an_entry_moved_to_is_kept_with_its_next_change()
    {
        await using var queue = await OpenAsync();
        await queue.EnqueueAsync(Message(recipients: 2), default);
        var batch = queue.TryLease(10)!;
        queue.Rebind([batch.Entries[0].Id], new LaneKey("provider:yahoo"));
        Assert.Equal("provider:yahoo", queue.TryLease(10)!.Lane.Name);

        var outcomes = batch.Entries.Select(entry => new EntryOutcome.Deferred(entry.Id, Start.AddMinutes(5), Greylisted)).ToList();
        await queue.SettleAsync(outcomes, []);
        await queue.SettleAsync([new EntryOutcome.Held(batch.Entries[0].Id, Greylisted)], []);
        Assert.Equal(["provider:yahoo", null, null], _store.Settled.Select(outcome => outcome.MovedTo?.Name));
    }

    [Fact]
    public async Task Each_who_waits_gets_a_message_however_few_wakings_there_are()
    {
        await using var queue = await OpenAsync();
        var waiting = Enumerable.Range(0, 3).Select(_ => queue.LeaseAsync(1, default).AsTask()).ToList();
        await queue.EnqueueAsync(Message(recipients: 3), default);
        var batches = await Task.WhenAll(waiting);
        Assert.Equal([0, 1, 2], batches.Select(batch => batch.Entries[0].Id.Recipient).Order());
    }

    [Fact]
    public async Task A_number_is_told_before_its_message_is_leased()
    {
        await using var queue = await OpenAsync();
        var told = new List<QueueId>();
        var outcome = await queue.EnqueueAsync(Message(), default, id =>
        {
            Assert.Null(queue.TryLease(1));
            told.Add(id);
        });
        Assert.Equal([((EnqueueOutcome.Queued)outcome).Id], told);
        Assert.NotNull(queue.TryLease(1));
    }

    [Fact]
    public async Task A_time_that_was_written_under_a_wrong_clock_is_not_waited_for()
    {
        _store.Stored.Add(new StoredEntry
        {
            Id = new EntryId(new QueueId(1), 0),
            Lane = LaneKey.OfProvider("google"),
            Flow = new SenderFlow("x"),
            AcceptedAt = 0,
            Size = 1,
            Due = Start.AddYears(3).ToUnixTimeMilliseconds(),
        });
        await using var queue = await OpenAsync();
        Assert.NotNull(queue.TryLease(1));
    }

    [Fact]
    public async Task Waiting_ends_when_it_is_cancelled()
    {
        await using var queue = await OpenAsync();
        using var stop = new CancellationTokenSource();
        var waiting = queue.LeaseAsync(1, stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private static AttemptResult Greylisted { get; } = new(Start, "192.0.2.1", Cause.Greylisted, SmtpStage.RcptTo, "450 4.7.1 later");

    private static NewMessage Message(int recipients = 1) => new(
        new QueuedEnvelope
        {
            Sender = "shop@example.com",
            SubmitterKind = SubmitterKind.LocalUser,
            Submitter = "www-data",
            AcceptedAt = Start,
            Size = 3,
            Recipients = [.. Enumerable.Range(0, recipients).Select(i => new QueuedRecipient($"{i}@example.net"))],
        },
        [.. Enumerable.Repeat(LaneKey.OfProvider("google"), recipients)],
        "a\r\n"u8.ToArray());

    private ValueTask<DeliveryQueue> OpenAsync() => DeliveryQueue.OpenAsync(_store, new SteadyClock(_time));

    // Others go on in between; how often does not matter.
    private async Task PassAsync(TimeSpan time)
    {
        _time.Advance(time);
        await Task.Yield();
    }
}
