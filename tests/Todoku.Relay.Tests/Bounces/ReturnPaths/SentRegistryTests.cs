using Microsoft.Extensions.Time.Testing;
using Todoku.Knowledge;
using Todoku.Relay.Bounces.ReturnPaths;
using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Delivery.Reports;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Tests.Bounces.ReturnPaths;

public sealed class SentRegistryTests
{
    private readonly FakeTimeProvider _time = new(SampleNotices.Accepted);
    private readonly MemoryState _state = new();

    [Fact]
    public async Task Remembers_what_was_delivered_before_and_after_it_is_written()
    {
        await using var registry = Registry();
        var report = Delivered(1, "b@example.net");

        registry.Attempted(report);
        var waiting = await registry.FindAsync(report.Entry);
        await registry.WriteAsync();
        await using var next = Registry();
        var read = await next.FindAsync(report.Entry);

        Assert.NotNull(read);
        Assert.Equal(waiting, read);
        Assert.Equal(("b@example.net", "shop@example.com", "example.com", "example.net", "direct", true), (read.Recipient, read.Sender, read.AuthorDomain, read.Provider, read.Path, read.IsBulk));
        Assert.Equal((DsnNotify.Failure, "E1", "rfc822;B@example.net"), (read.Notify, read.EnvelopeId, read.OriginalRecipient));
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromDays(31), Assert.Single(_state.Rows).ExpiresAt);
    }

    [Fact]
    public async Task Remembers_nothing_else()
    {
        await using var registry = Registry();
        var failed = SampleNotices.Report(SampleNotices.Message("a@example.com", new QueuedRecipient("b@example.net")), 0, Cause.RecipientUnknown, "550 no");
        var plain = Delivered(1, "b@example.net");

        registry.Attempted(failed with { Envelope = failed.Envelope with { VerpDomain = "rp.example.com" } });
        registry.Attempted(plain with { Envelope = plain.Envelope with { VerpDomain = null } });
        await registry.WriteAsync();

        Assert.Equal(0, _state.Writes);
    }

    [Fact]
    public async Task Writes_many_in_few_rows_by_itself()
    {
        await using var registry = Registry();
        for (var i = 1; i <= 2000; i++) registry.Attempted(Delivered(i, $"recipient{i}@example.net"));

        _time.Advance(TimeSpan.FromSeconds(1));
        await registry.WriteAsync();

        Assert.Equal(1, _state.Writes);
        Assert.InRange(_state.Rows.Count, 2, 40);
        Assert.Equal("recipient1999@example.net", (await registry.FindAsync(new EntryId(new QueueId(1999), 0)))?.Recipient);
        Assert.Null(await registry.FindAsync(new EntryId(new QueueId(2001), 0)));
    }

    [Fact]
    public async Task The_last_delivery_counts()
    {
        await using var registry = Registry();
        var first = Delivered(1, "b@example.net");
        registry.Attempted(first);
        await registry.WriteAsync();
        _time.Advance(TimeSpan.FromMinutes(1));
        registry.Attempted(first with { Path = "relay", At = first.At.AddMinutes(1) });
        await registry.WriteAsync();

        Assert.Equal("relay", (await registry.FindAsync(first.Entry))?.Path);
    }

    [Fact]
    public async Task Keeps_what_the_disk_did_not_take_and_counts_what_is_too_much()
    {
        await using var registry = new SentRegistry(_state, new SteadyClock(_time), new SentRegistryOptions { MostWaiting = 2, MostPerDay = 3 });
        _state.IsBroken = true;
        for (var i = 1; i <= 3; i++) registry.Attempted(Delivered(i, "b@example.net"));
        await registry.WriteAsync();
        Assert.Equal(1, registry.Lost);

        _state.IsBroken = false;
        await registry.WriteAsync();
        Assert.NotNull(await registry.FindAsync(new EntryId(new QueueId(2), 0)));
        registry.Attempted(Delivered(4, "b@example.net"));
        registry.Attempted(Delivered(5, "b@example.net"));
        Assert.Equal(2, registry.Lost);
    }

    [Fact]
    public async Task A_damaged_row_is_no_record()
    {
        await using var registry = Registry();
        registry.Attempted(Delivered(1, "b@example.net"));
        await registry.WriteAsync();
        var row = Assert.Single(_state.Rows);
        for (var length = 1; length < row.Value.Length; length++)
        {
            await _state.PutAsync([row with { Value = row.Value[..length] }], CancellationToken.None);
            Assert.Null(await registry.FindAsync(new EntryId(new QueueId(1), 0)));
        }
    }

    internal static AttemptReport Delivered(long message, string recipient)
    {
        var stored = SampleNotices.Message("b@rp.example.com", new QueuedRecipient(recipient) { Notify = DsnNotify.Failure, OriginalRecipient = "rfc822;B@example.net" });
        var envelope = stored.Envelope with { VerpDomain = "rp.example.com", OriginalSender = "shop@example.com", AuthorDomain = "example.com", IsBulk = true, DsnEnvelopeId = "E1" };
        var report = SampleNotices.Report(stored, 0, Cause.Unknown, "250 Ok");
        return report with { Entry = new EntryId(new QueueId(message), 0), Envelope = envelope, Decision = report.Decision with { Action = DeliveryAction.Delivered } };
    }

    private SentRegistry Registry() => new(_state, new SteadyClock(_time), new SentRegistryOptions());
}
