using Microsoft.Extensions.Time.Testing;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.Queue.Queries;

namespace Todoku.Relay.Tests.Queue;

public sealed class QueueBrowserTests
{
    private static DateTimeOffset Start { get; } = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);
    private readonly MemoryQueue _store = new();

    [Fact]
    public async Task Pages_hold_each_entry_once_in_order()
    {
        await using var queue = await OpenAsync();
        for (var i = 0; i < 25; i++) await queue.EnqueueAsync(Message(recipients: 2), default);
        var browser = new QueueBrowser(queue);
        var seen = new List<EntryId>();
        EntryId? after = null;
        do
        {
            var page = browser.List(new QueueQuery(), 7, after, default);
            Assert.InRange(page.Items.Count, 1, 7);
            seen.AddRange(page.Items.Select(item => item.Entry.Stored.Id));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(50, seen.Distinct().Count());
        Assert.Equal(seen.OrderBy(id => id.Value), seen);
    }

    [Theory]
    [InlineData("shop@example.com", 1)]
    [InlineData("SHOP@Example.COM", 1)]
    [InlineData("example.com", 2)]
    [InlineData("@example.com", 2)]
    [InlineData("ample.com", 0)]
    [InlineData("", 1)]
    public async Task Senders_are_found_by_address_and_domain(string sender, int count)
    {
        await using var queue = await OpenAsync();
        foreach (var from in new[] { "shop@example.com", "news@Example.com", "shop@example.org", "" }) await queue.EnqueueAsync(Message(from), default);
        Assert.Equal(count, List(queue, new QueueQuery { Sender = sender }).Count);
    }

    [Fact]
    public async Task Every_condition_of_a_query_must_hold()
    {
        await using var queue = await OpenAsync();
        var first = await EnqueueAsync(queue, Message(recipients: 3));
        await EnqueueAsync(queue, Message(lane: "domain:example.net"));
        await EnqueueAsync(queue, Message(lane: "domain:example.org"));
        var leased = queue.TryLease(2)!;
        await queue.SettleAsync([new EntryOutcome.Deferred(leased.Entries[0].Id, Start.AddMinutes(5), Greylisted)], []);
        _time.Advance(TimeSpan.FromMinutes(10));
        await EnqueueAsync(queue, Message());

        Assert.Equal(3, List(queue, new QueueQuery { Message = first }).Count);
        Assert.Equal(new EntryId(first, 2), Assert.Single(List(queue, new QueueQuery { Message = first, Recipient = 2 })).Entry.Stored.Id);
        Assert.Equal(4, List(queue, new QueueQuery { Lane = LaneKey.OfProvider("google") }).Count);
        Assert.Equal(leased.Entries[0].Id, Assert.Single(List(queue, new QueueQuery { Cause = Cause.Greylisted })).Entry.Stored.Id);
        Assert.Equal(leased.Entries[1].Id, Assert.Single(List(queue, new QueueQuery { State = EntryState.Leased })).Entry.Stored.Id);
        Assert.Equal(5, List(queue, new QueueQuery { LeastAge = TimeSpan.FromMinutes(10) }).Count);
        Assert.Equal(5, List(queue, new QueueQuery { RecipientDomain = "EXAMPLE.net" }).Count);
        Assert.Empty(List(queue, new QueueQuery { RecipientDomain = "ample.net" }));
        Assert.Equal(4, List(queue, new QueueQuery { Lane = LaneKey.OfProvider("google"), RecipientDomain = "example.net" }).Count);
    }

    [Fact]
    public async Task The_shape_has_the_largest_lanes_and_the_others_together()
    {
        await using var queue = await OpenAsync();
        for (var lane = 1; lane <= 5; lane++)
            for (var i = 0; i < lane; i++) await queue.EnqueueAsync(Message(lane: $"provider:{lane}"), default);
        _time.Advance(TimeSpan.FromMinutes(7));
        await queue.EnqueueAsync(Message(lane: "provider:5"), default);
        queue.TryLease(1);
        var browser = new QueueBrowser(queue);
        await browser.ChangeAsync(new QueueQuery { Lane = new LaneKey("provider:4") }, QueueChange.Hold, default);

        var shape = browser.Shape(2, default);

        Assert.Equal(["provider:5", "provider:4", null], shape.Rows.Select(row => row.Lane?.Name));
        Assert.Equal([6, 4, 6], shape.Rows.Select(row => row.Total));
        Assert.Equal([1, 5, 0], shape.Rows[0].ByAge.Take(3));
        Assert.Equal((4, 16, 16), (shape.Rows[1].Held, shape.Sum.Total, shape.Sum.ByAge.Sum()));
        Assert.Equal(1, shape.Sum.Leased);
    }

    [Fact]
    public async Task All_entries_of_a_query_are_changed_but_those_being_sent()
    {
        await using var queue = await OpenAsync();
        for (var i = 0; i < 1200; i++) await queue.EnqueueAsync(Message(i % 2 == 0 ? "a@example.com" : "b@example.com"), default);
        queue.TryLease(1);
        var browser = new QueueBrowser(queue);

        Assert.Equal(new AdminOutcome(599, 1, 0, null) { Matched = 600 }, await browser.ChangeAsync(new QueueQuery { Sender = "a@example.com" }, QueueChange.Hold, default));
        Assert.Equal(new AdminOutcome(599, 1, 0, null) { Matched = 1200 }, await browser.ChangeAsync(new QueueQuery(), QueueChange.Release, default));
        Assert.Equal(new AdminOutcome(600, 0, 0, null) { Matched = 600 }, await browser.ChangeAsync(new QueueQuery { Sender = "b@example.com" }, QueueChange.Drop, default));
        Assert.Equal(600, queue.Count);
    }

    [Fact]
    public async Task Retry_sends_now_what_waits_and_leaves_what_is_held()
    {
        await using var queue = await OpenAsync();
        var waiting = await EnqueueAsync(queue, Message());
        var held = await EnqueueAsync(queue, Message());
        var browser = new QueueBrowser(queue);
        await browser.ChangeAsync(new QueueQuery { Message = held }, QueueChange.Hold, default);
        var entry = queue.TryLease(1)!.Entries[0].Id;
        await queue.SettleAsync([new EntryOutcome.Deferred(entry, Start.AddHours(5), Greylisted)], []);
        Assert.Null(queue.TryLease(1));

        Assert.Equal(1, (await browser.ChangeAsync(new QueueQuery(), QueueChange.Retry, default)).Changed);
        Assert.Equal(waiting, queue.TryLease(1)!.Entries[0].Id.Message);
        Assert.Null(queue.TryLease(1));
    }

    [Fact]
    public async Task A_change_that_can_not_be_kept_ends_and_says_why()
    {
        await using var queue = await OpenAsync();
        await queue.EnqueueAsync(Message(), default);
        _store.Fault = StorageFault.Full;
        var outcome = await new QueueBrowser(queue).ChangeAsync(new QueueQuery(), QueueChange.Drop, default);
        Assert.Equal((0, StorageFault.Full), (outcome.Changed, outcome.Failure!.Fault));
    }

    [Fact]
    public async Task That_a_sender_was_told_of_the_delay_is_remembered()
    {
        await using var queue = await OpenAsync();
        await queue.EnqueueAsync(Message(), default);
        var entry = queue.TryLease(1)!.Entries[0];
        Assert.False(entry.IsDelayTold);
        await queue.SettleAsync([new EntryOutcome.Deferred(entry.Id, Start, Greylisted) { TellsDelay = true }], []);
        Assert.True(queue.TryLease(1)!.Entries[0].IsDelayTold);
        await queue.SettleAsync([new EntryOutcome.Deferred(entry.Id, Start, Greylisted)], []);
        Assert.True(queue.TryLease(1)!.Entries[0].IsDelayTold);
    }

    [Fact]
    public async Task That_a_message_may_arrive_twice_is_remembered()
    {
        await using var queue = await OpenAsync();
        await queue.EnqueueAsync(Message(), default);
        var entry = queue.TryLease(1)!.Entries[0];
        await queue.SettleAsync([new EntryOutcome.Deferred(entry.Id, Start, Greylisted) { IsPossiblyTwice = true }], []);
        Assert.True(queue.TryLease(1)!.Entries[0].IsPossiblyTwice);
        await queue.SettleAsync([new EntryOutcome.Deferred(entry.Id, Start, Greylisted)], []);
        Assert.True(queue.TryLease(1)!.Entries[0].IsPossiblyTwice);
    }

    private static AttemptResult Greylisted { get; } = new(Start, "192.0.2.1", Cause.Greylisted, SmtpStage.RcptTo, "450 4.7.1 later");

    private static IReadOnlyList<QueueItem> List(DeliveryQueue queue, QueueQuery query) => new QueueBrowser(queue).List(query, 100, null, default).Items;

    private static async Task<QueueId> EnqueueAsync(DeliveryQueue queue, NewMessage message) => ((EnqueueOutcome.Queued)await queue.EnqueueAsync(message, default)).Id;

    private NewMessage Message(string sender = "shop@example.com", int recipients = 1, string lane = "provider:google") => new(
        new QueuedEnvelope
        {
            Sender = sender,
            SubmitterKind = SubmitterKind.LocalUser,
            Submitter = "www-data",
            AcceptedAt = _time.GetUtcNow(),
            Size = 3,
            Recipients = [.. Enumerable.Range(0, recipients).Select(i => new QueuedRecipient($"{i}@{(lane.StartsWith("domain:", StringComparison.Ordinal) ? lane[7..] : "example.net")}"))],
        },
        [.. Enumerable.Repeat(new LaneKey(lane), recipients)],
        "a\r\n"u8.ToArray());

    private ValueTask<DeliveryQueue> OpenAsync() => DeliveryQueue.OpenAsync(_store, new SteadyClock(_time));
}
