using Microsoft.Extensions.Time.Testing;
using Todoku.Relay.Bounces;
using Todoku.Relay.Delivery.Reports;
using Todoku.Relay.Intake.Pickup;
using Todoku.Relay.Operating;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.Sendmail;
using Todoku.Smtp.Replies;

namespace Todoku.Relay.Tests.Intake.Pickup;

/// <summary>What lies in the spool folder is queued once, told of, or set aside; nothing is lost and no trick works.</summary>
public sealed class SpoolPickupTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeReceiver _receiver = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly NoticeMaker _notices = new();
    private readonly List<NewMessage> _noticed = [];
    private readonly List<string> _told = [];

    public SpoolPickupTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Linux");
        Directory.CreateDirectory(Spool);
    }

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    private string Spool => Path.Combine(_folder.Path, "spool");

    private string Refused => Path.Combine(_folder.Path, "refused");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Takes_what_is_there_in_its_order_and_removes_it()
    {
        Keep("2", "todoku-mail 1\nfrom www-data\nto b@shop.example\n\nFrom: a@b.example\r\n\r\nsecond\r\n");
        Keep("1", "todoku-mail 1\nfrom www-data\nto root\nauthor Shop\n\nSubject: x\r\n\r\nfirst\nbare\r\n");

        Assert.Equal(2, await RunAsync());

        Assert.Empty(Directory.EnumerateFileSystemEntries(Spool));
        var (client, envelope, text) = _receiver.Queued[0];
        Assert.Equal(UserAccount.CurrentId, client.LocalUserId);
        Assert.Equal(("www-data@mail.example.com", "root@mail.example.com", "1"), (envelope.Sender?.ToString(), envelope.Recipients[0].Mailbox.ToString(), envelope.Key));
        Assert.Equal("From: Shop <www-data@mail.example.com>\r\nSubject: x\r\n\r\nfirst\r\nbare\r\n", text);
        Assert.EndsWith("second\r\n", _receiver.Queued[1].Text, StringComparison.Ordinal);
        Assert.Empty(_told);
    }

    [Fact]
    public async Task Does_not_take_twice_what_was_not_removed()
    {
        Keep("1", "todoku-mail 1\nfrom a@b.example\nto b@shop.example\n\nFrom: a@b.example\r\n\r\n");
        await RunAsync();
        // The relay ended before it was removed.
        Keep("1", "todoku-mail 1\nfrom a@b.example\nto b@shop.example\n\nFrom: a@b.example\r\n\r\n");

        await RunAsync();

        Assert.Equal((2, 1), (_receiver.Commits, _receiver.Queued.Count));
        Assert.Empty(Directory.EnumerateFiles(Spool));
    }

    [Fact]
    public async Task Leaves_it_while_the_queue_takes_nothing()
    {
        Keep("1", "todoku-mail 1\nfrom a@b.example\nto b@shop.example\n\nFrom: a@b.example\r\n\r\n");
        Keep("2", "todoku-mail 1\nfrom a@b.example\nto b@shop.example\n\nFrom: a@b.example\r\n\r\n");
        _receiver.Message = () => Reply.Of(452, 3, 1, "Full");

        Assert.Equal(0, await RunAsync());
        Assert.Equal((1, 2), (_receiver.Commits, Directory.EnumerateFiles(Spool).Count()));

        _receiver.Message = () => null;
        Assert.Equal(2, await RunAsync());
    }

    [Fact]
    public async Task Looks_again_by_the_clock()
    {
        await using (var pickup = new SpoolPickup(Parts()))
        {
            pickup.Start();
            Keep("1", "todoku-mail 1\nfrom a@b.example\nto b@shop.example\n\nFrom: a@b.example\r\n\r\n");
            while (_receiver.Queued.Count == 0)
            {
                _time.Advance(TimeSpan.FromSeconds(5));
                await Task.Yield();
                Patience.ThrowIfCancellationRequested();
            }
        }
        Assert.Single(_receiver.Queued);
    }

    [Fact]
    public async Task Ends_at_once_though_the_folder_is_gone()
    {
        Directory.Delete(Spool);
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var pickup = new SpoolPickup(Parts() with { Tell = (_, _) => told.TrySetResult() });
        pickup.Start();
        await told.Task;
        // No clock goes on: what waited for it would wait for ever.
        await pickup.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1), Patience);
    }

    [Fact]
    public async Task Tells_the_sender_what_was_refused_and_sends_to_the_others()
    {
        Keep("1", "todoku-mail 1\nfrom a@b.example\nto nobody-here\nto b@shop.example\nto @@\n\nFrom: a@b.example\r\nSubject: x\r\n\r\n");
        _receiver.Recipient = mailbox => mailbox.LocalPart == "nobody-here" ? Reply.Of(550, 1, 1, "No such mailbox here") : null;

        await RunAsync();

        Assert.Equal("b@shop.example", Assert.Single(Assert.Single(_receiver.Queued).Envelope.Recipients).Mailbox.ToString());
        Assert.Equal(["nobody-here: 550 5.1.1 No such mailbox here", "@@: 553 5.1.3 This is no address"], _notices.Reports.Select(report => $"{report.Recipient}: {report.Decision.Reply}"));
        Assert.Single(_noticed);
        Assert.Empty(Directory.EnumerateFiles(Spool));
    }

    [Fact]
    public async Task Sets_aside_what_nobody_can_be_told_of()
    {
        Keep("1", "todoku-mail 1\nfrom\nto nobody-here\n\nFrom: a@b.example\r\n\r\n");
        Keep("2", "#!/bin/sh\n");
        Keep("3", "");
        _receiver.Recipient = _ => Reply.Of(550, 1, 1, "No such mailbox here");

        await RunAsync();

        Assert.Empty(Directory.EnumerateFiles(Spool));
        Assert.Equal(["1.mail", "2.mail", "3.mail"], Directory.EnumerateFiles(Refused).Select(path => Path.GetFileName(path)).Order());
        Assert.Equal(3, _told.Count);
    }

    [Fact]
    public async Task Follows_no_links_and_waits_for_no_pipe()
    {
        const string mail = "todoku-mail 1\nfrom a@b.example\nto b@shop.example\n\nFrom: a@b.example\r\n\r\n";
        var secret = Path.Combine(_folder.Path, "secret");
        File.WriteAllText(secret, mail);
        File.CreateSymbolicLink(Path.Combine(Spool, "1.mail"), secret);
        using (var link = System.Diagnostics.Process.Start("ln", [secret, Path.Combine(Spool, "2.mail")])) link.WaitForExit();
        using (var fifo = System.Diagnostics.Process.Start("mkfifo", [Path.Combine(Spool, "3.mail")])) fifo.WaitForExit();

        Assert.Equal(0, await RunAsync());
        await RunAsync();

        Assert.Empty(_receiver.Queued);
        Assert.True(File.Exists(secret));
    }

    [Fact]
    public async Task Clears_away_what_was_never_finished()
    {
        Keep("1", "todoku-mail 1\n", SpoolFolder.UnfinishedEnding);
        File.SetLastWriteTimeUtc(Path.Combine(Spool, "1.new"), _time.GetUtcNow().UtcDateTime.AddHours(-23));
        Keep("2", "todoku-mail 1\n", SpoolFolder.UnfinishedEnding);
        File.SetLastWriteTimeUtc(Path.Combine(Spool, "2.new"), _time.GetUtcNow().UtcDateTime.AddHours(-25));

        await RunAsync();

        Assert.Equal(["1.new"], Directory.EnumerateFiles(Spool).Select(path => Path.GetFileName(path)));
    }

    private async Task<int> RunAsync()
    {
        await using var pickup = new SpoolPickup(Parts());
        return await pickup.RunOnceAsync(Patience);
    }

    private PickupParts Parts() => new()
    {
        Folder = Spool,
        RefusedFolder = Refused,
        HostName = "mail.example.com",
        Receiver = _receiver,
        Notices = _notices,
        Enqueue = (message, _) =>
        {
            _noticed.Add(message);
            return new(new EnqueueOutcome.Queued(new QueueId(1)));
        },
        Tell = (_, words) => _told.Add(words),
        Time = _time,
    };

    // Whole at once, as the command leaves it.
    private void Keep(string name, string text, string ending = SpoolFolder.Ending)
    {
        var path = Path.Combine(Spool, name + ending);
        File.WriteAllText(path + ".part", text);
        File.Move(path + ".part", path, overwrite: true);
    }

    private sealed class NoticeMaker : INoticeWriter
    {
        public List<AttemptReport> Reports { get; } = [];

        public NewMessage? Write(NoticeKind kind, StoredMessage message, IReadOnlyList<AttemptReport> reports, ReadOnlyMemory<byte> original)
        {
            Reports.AddRange(reports);
            return new NewMessage(message.Envelope, [], original);
        }

        public int LengthWanted(NoticeKind kind, StoredMessage message) => 0;
    }
}
