using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Todoku.Mail;
using Todoku.Relay.Bounces;
using Todoku.Relay.Delivery.Messages;
using Todoku.Relay.Delivery.Reports;
using Todoku.Relay.Intake;
using Todoku.Relay.Intake.Pickup;
using Todoku.Relay.Intake.Smtp;
using Todoku.Relay.Operating;
using Todoku.Relay.Policy;
using Todoku.Relay.Policy.Signing;
using Todoku.Relay.Queue;
using Todoku.Relay.Routing.Destinations;
using Todoku.Relay.Sendmail;
using Todoku.Relay.Tests.Policy;
using Todoku.Relay.Tests.Queue;
using Todoku.Smtp.Server;
using Todoku.Smtp.Server.Hosting;

namespace Todoku.Relay.Tests.Sendmail;

/// <summary>The command, the relay's receiver and its pickup, over a real socket that is cut when the relay has the message and before the command hears it.</summary>
public sealed class SendmailOnceTests : IAsyncLifetime, IDestinationFinder, INoticeWriter
{
    private readonly TempFolder _folder = new();
    private readonly MemoryQueue _store = new();
    private readonly SteadyClock _clock = new(new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero)));
    private DeliveryQueue _queue = null!;
    private RelayReceiver _receiver = null!;
    private SmtpServerHost _host = null!;

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    private string Relay => Path.Combine(_folder.Path, "relay.sock");

    private string Cut => Path.Combine(_folder.Path, "cut.sock");

    private string Spool => Path.Combine(_folder.Path, "spool");

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Linux");
        Directory.CreateDirectory(Spool);
        File.SetUnixFileMode(Spool, SpoolFolder.Mode);
        _queue = await DeliveryQueue.OpenAsync(_store, _clock);
        var policy = new MessagePolicy(new MessagePolicyOptions { HostName = "mail.example.com" }, new SigningKeys(new SigningOptions(), new MemoryKeyFiles(), _clock.Time), _clock.Time);
        var parts = new IntakeParts(_queue, policy, this, new MessageCache(0), _clock, new IntakeOptions { HostName = "mail.example.com" });
        _receiver = new RelayReceiver(parts, new LocalRecipients("mail.example.com", null, _ => false), new NoReturnPaths());
        _host = new SmtpServerHost(_receiver, null, null, new SmtpHostLimits(), TimeProvider.System);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Relay));
        var session = new SmtpServerOptions { HostName = "mail.example.com", Role = SmtpListenerRole.LocalUsers };
        _host.Start([new SmtpListener { EndPoint = new IPEndPoint(IPAddress.Loopback, 0), Socket = socket, Session = session }]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        if (_queue is not null) await _queue.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_message_whose_answer_was_lost_is_queued_once()
    {
        await using (var cut = new CutSocket(Cut, Relay, "Queued as"))
        {
            Assert.IsType<SendmailOutcome.Kept>(await SendAsync(Cut, "a@shop.example", "b@shop.example"));
            Assert.Equal(1, cut.Cuts);
        }
        Assert.Equal(2, _queue.Count);
        Assert.Contains("\r\n\tid 000001;\r\n", Encoding.ASCII.GetString(_queue.Find(new QueueId(1))!.Envelope.Prefix.Span), StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFiles(Spool));

        await PickUpAsync();

        Assert.Empty(Directory.EnumerateFiles(Spool));
        Assert.Equal(2, _queue.Count);
    }

    [Fact]
    public async Task Of_a_long_list_nobody_is_left_out_and_nobody_gets_it_twice()
    {
        string[] recipients = [.. Enumerable.Range(0, 250).Select(i => $"user{i}@shop.example")];
        await using (new CutSocket(Cut, Relay, "Queued as")) Assert.IsType<SendmailOutcome.Kept>(await SendAsync(Cut, recipients));
        Assert.Equal(100, _queue.Count);

        await PickUpAsync();

        Assert.Equal(250, _queue.Count);
        // One number was for the message that was there already.
        Assert.Equal([100, 100, 50], Enumerable.Range(1, 4).Select(i => _queue.Find(new QueueId(i))?.Envelope.Recipients.Count).OfType<int>());
    }

    [Fact]
    public async Task The_same_text_sent_again_is_another_message()
    {
        Assert.IsType<SendmailOutcome.HandedOver>(await SendAsync(Relay, "a@shop.example"));
        Assert.IsType<SendmailOutcome.HandedOver>(await SendAsync(Relay, "a@shop.example"));
        Assert.Equal(2, _queue.Count);
    }

    public ValueTask<Destination> FindAsync(DomainName domain, CancellationToken cancellation) => throw new NotSupportedException();

    public Destination? Recall(DomainName domain) => null;

    public NewMessage? Write(NoticeKind kind, StoredMessage message, IReadOnlyList<AttemptReport> reports, ReadOnlyMemory<byte> original) => throw new NotSupportedException();

    public int LengthWanted(NoticeKind kind, StoredMessage message) => 0;

    private async Task<SendmailOutcome> SendAsync(string socket, params string[] recipients)
    {
        using var content = SendmailContent.Read(new MemoryStream(Encoding.ASCII.GetBytes("From: a@b.example\n\nbody\n")), endsAtDot: true);
        return await new SendmailHandover(socket, new SpoolFolder(Spool, TimeProvider.System), TimeProvider.System).RunAsync(new SendmailEnvelope { Sender = "a@b.example", Recipients = recipients }, content, Patience);
    }

    private async Task PickUpAsync()
    {
        var parts = new PickupParts
        {
            Folder = Spool,
            RefusedFolder = Path.Combine(_folder.Path, "refused"),
            HostName = "mail.example.com",
            Receiver = _receiver,
            Notices = this,
            Enqueue = (_, _) => throw new NotSupportedException(),
            Tell = (_, words) => Assert.Fail(words),
            Time = TimeProvider.System,
        };
        await using var pickup = new SpoolPickup(parts);
        await pickup.RunOnceAsync(Patience);
    }
}
