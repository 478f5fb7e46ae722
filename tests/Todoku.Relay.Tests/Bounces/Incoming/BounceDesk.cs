using System.Text;
using Microsoft.Extensions.Time.Testing;
using Todoku.Mail.Messages.Notices;
using Todoku.Relay.Bounces.Incoming;
using Todoku.Relay.Bounces.ReturnPaths;
using Todoku.Relay.Bounces.Suppression;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.Tests.Bounces.ReturnPaths;
using Todoku.Smtp.Envelopes;
using Todoku.Smtp.Replies;
using DsnNotify = Todoku.Relay.Queue.DsnNotify;

namespace Todoku.Relay.Tests.Bounces.Incoming;

/// <summary>A receiver of bounces with all that it works with, and one message that was sent.</summary>
internal sealed class BounceDesk : IBounceObserver, IAsyncDisposable
{
    public static readonly EntryId Entry = new(new QueueId(77), 0);

    private readonly FakeTimeProvider _time = new(SampleNotices.Accepted.AddHours(1));
    private readonly ReturnPathMaker _paths;
    private readonly SentRegistry _sent;

    public BounceDesk(string recipient = "b@example.net", DsnNotify notify = DsnNotify.Unspecified, bool isKnown = true, bool isBulk = true)
    {
        var clock = new SteadyClock(_time);
        _paths = new ReturnPathMaker(new ReturnPathOptions { Domain = "rp.example.com", Secrets = [Encoding.ASCII.GetBytes("0123456789abcdef")] }, clock);
        _sent = new SentRegistry(State, clock, new SentRegistryOptions());
        Suppressed = new SuppressionList(State, clock, new SuppressionOptions());
        var delivered = SentRegistryTests.Delivered(Entry.Message.Value, recipient);
        var envelope = delivered.Envelope with { IsBulk = isBulk, Recipients = [new QueuedRecipient(recipient) { Notify = notify }] };
        ReturnPath = _paths.For(Entry, envelope, "example.net", "direct");
        if (isKnown) _sent.Attempted(delivered with { Envelope = envelope });
        Receiver = new ReturnedMailReceiver(new ReturnedMailParts
        {
            Paths = _paths,
            Sent = _sent,
            Suppressed = Suppressed,
            Knowledge = SampleNotices.Knowledge,
            Notices = SampleNotices.Writer(),
            FindQueued = id => id == Entry.Message ? Queued : null,
            Enqueue = (message, _) =>
            {
                if (IsFull) return new(new EnqueueOutcome.Refused(StorageFault.Full, "full"));
                Told.Add(message);
                return new(new EnqueueOutcome.Queued(new QueueId(1000 + Told.Count)));
            },
            LaneOf = address => new LaneKey($"domain:{address[(address.LastIndexOf('@') + 1)..]}"),
            Observer = this,
            Clock = clock,
        });
    }

    public MemoryState State { get; } = new();

    public SuppressionList Suppressed { get; }

    public ReturnedMailReceiver Receiver { get; }

    public string ReturnPath { get; }

    public bool IsFull { get; set; }

    public QueuedEnvelope? Queued { get; set; }

    public List<NewMessage> Told { get; } = [];

    public List<BounceReport> Bounces { get; } = [];

    public List<ComplaintReport> Complaints { get; } = [];

    public List<(MessageKind Kind, string What)> Others { get; } = [];

    public Task<Reply> TakeAsync(string file, bool isFromNobody = true, string? to = null) => TakeAsync(Cases.Message(file), isFromNobody, to);

    public async Task<Reply> TakeAsync(byte[] message, bool isFromNobody = true, string? to = null)
    {
        var octets = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(message).Replace("RETURNPATH", ReturnPath, StringComparison.Ordinal));
        Assert.True(MailboxParser.TryParse(Encoding.ASCII.GetBytes(to ?? ReturnPath), out var recipient));
        Assert.True(MailboxParser.TryParse("b@example.net"u8, out var sender));
        Assert.True(Receiver.IsOurs(recipient!));
        return await Receiver.TakeAsync([recipient!], isFromNobody ? null : sender, octets.AsMemory(0, Math.Min(octets.Length, Receiver.MaxLength)), CancellationToken.None);
    }

    public void Bounced(BounceReport report) => Bounces.Add(report);

    public void Complained(ComplaintReport report) => Complaints.Add(report);

    public void Returned(MessageKind kind, string what) => Others.Add((kind, what));

    public ValueTask DisposeAsync() => _sent.DisposeAsync();
}
