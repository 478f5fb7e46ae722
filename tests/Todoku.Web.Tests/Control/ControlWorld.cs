using System.Net.Sockets;
using System.Text;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Bounces.Suppression;
using Todoku.Relay.Delivery.Shaping;
using Todoku.Relay.Delivery.Traces;
using Todoku.Relay.Operating;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Storage.Sqlite;
using Todoku.Web.Control;
using Todoku.Web.Hosting;

namespace Todoku.Web.Tests.Control;

/// <summary>A queue on a real disk, behind a real control socket.</summary>
internal sealed class ControlWorld : IAsyncDisposable
{
    private static readonly KnowledgeBase Knowledge = KnowledgeBase.LoadEmbedded();

    private readonly TempFolder _folder = new();
    private readonly SqliteRelayState _state;
    private readonly WebDoor _door;

    private ControlWorld(TempFolder folder, DeliveryQueue queue, SqliteRelayState state, WebDoor door, List<string> audit)
    {
        (_folder, Queue, _state, _door, Audit) = (folder, queue, state, door, audit);
        Client = new ControlClient(Socket);
    }

    public DeliveryQueue Queue { get; }

    public ControlClient Client { get; }

    /// <summary>What was written into the log.</summary>
    public List<string> Audit { get; }

    public string Socket => _folder["control.sock"];

    /// <summary>Opens it.</summary>
    /// <param name="identity">Who the relay is said to run as; null: who runs the test.</param>
    /// <param name="traces">The dialogues that it remembers.</param>
    /// <param name="shaper">How much is sent at a time; null: nothing is known of it.</param>
    public static async Task<ControlWorld> OpenAsync(UserIdentity? identity = null, SessionTraces? traces = null, Shaper? shaper = null)
    {
        var folder = new TempFolder();
        var clock = new SteadyClock(TimeProvider.System);
        var queue = await DeliveryQueue.OpenAsync(new SqliteMailQueue(new QueueOptions(folder["queue.db"]) { LeastFree = 0 }), clock);
        var state = new SqliteRelayState(new StateOptions(folder["state.db"]));
        var parts = new ControlParts
        {
            Queue = queue,
            Suppressed = new SuppressionList(state, clock, new SuppressionOptions()),
            Traces = traces,
            Shaper = shaper,
            Knowledge = Knowledge,
            HostName = "mail.example.com",
            GiveUpAge = TimeSpan.FromDays(5),
            Time = TimeProvider.System,
        };
        var audit = new List<string>();
        var door = await new ControlDoor(new RelayControl(parts), identity ?? UserIdentity.OfProcess(), audit.Add).OpenAsync(ControlSocket.Bind(folder["control.sock"]));
        return new ControlWorld(folder, queue, state, door, audit);
    }

    /// <summary>Queues a message.</summary>
    public async Task<QueueId> QueueAsync(string sender = "news@shop.example", params string[] recipients)
    {
        if (recipients.Length == 0) recipients = ["a@example.net"];
        var content = "Subject: test\r\n\r\nhello\r\n"u8.ToArray();
        var envelope = new QueuedEnvelope
        {
            Sender = sender,
            SubmitterKind = SubmitterKind.Authenticated,
            Submitter = "www",
            AcceptedAt = Queue.Now,
            Size = content.Length,
            Recipients = [.. recipients.Select(address => new QueuedRecipient(address))],
        };
        var lanes = recipients.Select(address => address.EndsWith("@gmail.com", StringComparison.Ordinal)
            ? LaneKey.OfProvider("google")
            : LaneKey.OfDomain(DomainName.Parse(address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..]))).ToArray();
        return Assert.IsType<EnqueueOutcome.Queued>(await Queue.EnqueueAsync(new NewMessage(envelope, lanes, content), TestContext.Current.CancellationToken)).Id;
    }

    /// <summary>Lets an attempt at what is due fail.</summary>
    public async Task FailAsync(Cause cause, string reply)
    {
        var lease = Queue.TryLease(100)!;
        var result = new AttemptResult(Queue.Now, "main", cause, SmtpStage.RcptTo, reply);
        await Queue.BeginAsync([.. lease.Entries.Select(entry => new AttemptRecord(entry.Id, Queue.Now, "main"))], TestContext.Current.CancellationToken);
        await Queue.SettleAsync([.. lease.Entries.Select(entry => new EntryOutcome.Deferred(entry.Id, Queue.Now + TimeSpan.FromHours(1), result))], []);
    }

    /// <summary>Says octets to the socket and reads until it is closed.</summary>
    public async Task<string> SayAsync(string request)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket), TestContext.Current.CancellationToken);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _door.DisposeAsync();
        await Queue.DisposeAsync();
        await _state.DisposeAsync();
        _folder.Dispose();
    }
}
