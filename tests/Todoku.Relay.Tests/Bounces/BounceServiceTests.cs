using System.Text;
using Microsoft.Extensions.Time.Testing;
using Todoku.Knowledge;
using Todoku.Mail.Messages.Notices;
using Todoku.Relay.Bounces;
using Todoku.Relay.Bounces.Incoming;
using Todoku.Relay.Bounces.ReturnPaths;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.Tests.Bounces.ReturnPaths;
using Todoku.Relay.Tests.Queue;
using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Tests.Bounces;

public sealed class BounceServiceTests : IBounceObserver
{
    private readonly FakeTimeProvider _time = new(SampleNotices.Accepted.AddHours(1));
    private readonly MemoryQueue _store = new();

    [Fact]
    public async Task Who_asks_what_became_of_a_message_is_told_that_it_came_back()
    {
        var clock = new SteadyClock(_time);
        await using var queue = await DeliveryQueue.OpenAsync(_store, clock);
        await using var service = new BounceService(new MemoryState(), clock, new ReturnPathOptions { Domain = "rp.example.com", Secrets = [Encoding.ASCII.GetBytes("0123456789abcdef")] });
        var receiver = service.Receiver(queue, SampleNotices.Knowledge, SampleNotices.Writer(), address => new LaneKey($"domain:{address}"), this)!;
        var envelope = SentRegistryTests.Delivered(1, "b@example.net").Envelope with { KeepsOutcome = true };
        await queue.EnqueueAsync(new NewMessage(envelope, [new LaneKey("domain:example.net")], "Subject: x\r\n\r\n"u8.ToArray()), default);
        var entry = queue.TryLease(1)!.Entries[0].Id;
        var past = new PastEntry(entry)
        {
            Submitter = envelope.Submitter,
            AcceptedAt = envelope.AcceptedAt,
            Address = "b@example.net",
            State = FinalState.Delivered,
            EndedAt = _time.GetUtcNow(),
            Attempts = 1,
        };
        await queue.SettleAsync([new EntryOutcome.Delivered(entry) { Past = past }], []);
        var path = service.Paths!.For(entry, envelope, "example.net", "direct");
        _time.Advance(TimeSpan.FromMinutes(3));

        _store.Fault = StorageFault.Full;
        Assert.Equal(451, await BounceAsync(receiver, path));
        _store.Fault = null;
        Assert.Equal(250, await BounceAsync(receiver, path));

        var known = Assert.Single(queue.FindPast(entry.Message));
        Assert.Equal((FinalState.Returned, "recipient-unknown", 1, _time.GetUtcNow()), (known.State, known.Cause?.Id, known.Attempts, known.EndedAt));
        Assert.StartsWith("550 ", known.Reply, StringComparison.Ordinal);
    }

    void IBounceObserver.Bounced(BounceReport report)
    {
    }

    void IBounceObserver.Complained(ComplaintReport report)
    {
    }

    void IBounceObserver.Returned(MessageKind kind, string what)
    {
    }

    private static async Task<int> BounceAsync(Relay.Intake.IReturnedMail receiver, string path)
    {
        var octets = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Cases.Message("returned-postfix.eml")).Replace("RETURNPATH", path, StringComparison.Ordinal));
        Assert.True(MailboxParser.TryParse(Encoding.ASCII.GetBytes(path), out var recipient));
        return (await receiver.TakeAsync([recipient!], null, octets, CancellationToken.None)).Code;
    }
}
