using System.Net;
using System.Net.Sockets;
using System.Text;
using Todoku.Relay.Operating;
using Todoku.Relay.Sendmail;
using Todoku.Relay.Tests.Intake;
using Todoku.Smtp.Envelopes;
using Todoku.Smtp.Replies;
using Todoku.Smtp.Server;
using Todoku.Smtp.Server.Hosting;

namespace Todoku.Relay.Tests.Sendmail;

/// <summary>The command's side of the socket, with the real server at the other end, and of the spool folder.</summary>
public sealed class SendmailHandoverTests : IDisposable
{
    private static readonly Reply NoSuchUser = Reply.Of(550, 1, 1, "No such mailbox here");

    private readonly TempFolder _folder = new();
    private readonly FakeReceiver _receiver = new();

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    private string SocketPath => Path.Combine(_folder.Path, "sendmail.sock");

    private string Spool => Path.Combine(_folder.Path, "spool");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Hands_over_with_the_addresses_of_the_relay()
    {
        await using var host = Listen();

        var outcome = await RunAsync("Subject: hello\n\nbody\n", ["root", "a@shop.example"], author: "Web Shop");

        Assert.Empty(Assert.IsType<SendmailOutcome.HandedOver>(outcome).Refused);
        var (client, envelope, text) = Assert.Single(_receiver.Queued);
        Assert.Equal(UserAccount.CurrentId, client.LocalUserId);
        Assert.Equal("www-data@mail.example.com", envelope.Sender?.ToString());
        Assert.Equal(["root@mail.example.com", "a@shop.example"], envelope.Recipients.Select(one => one.Mailbox.ToString()));
        Assert.Equal(DsnNotify.Failure, envelope.Recipients[0].Parameters.Notify);
        Assert.Equal("From: Web Shop <www-data@mail.example.com>\r\nSubject: hello\r\n\r\nbody\r\n", text);
        Assert.False(Directory.Exists(Spool));
    }

    [Fact]
    public async Task Says_who_was_refused_and_sends_to_the_others()
    {
        _receiver.Recipient = mailbox => mailbox.LocalPart == "nobody-here" ? NoSuchUser : null;
        await using var host = Listen();

        var outcome = Assert.IsType<SendmailOutcome.HandedOver>(await RunAsync("From: a@b.example\n\nbody\n", ["nobody-here", "a@shop.example"]));

        Assert.Equal("nobody-here", Assert.Single(outcome.Refused).Address);
        Assert.Equal("a@shop.example", Assert.Single(_receiver.Queued[0].Envelope.Recipients).Mailbox.ToString());
    }

    [Fact]
    public async Task Does_not_keep_what_the_relay_refuses_for_good()
    {
        _receiver.Message = () => Reply.Of(554, 4, 6, "Loop");
        MakeSpool();
        await using var host = Listen();

        Assert.Contains("Loop", Assert.IsType<SendmailOutcome.NotTaken>(await RunAsync("From: a@b.example\n\nbody\n", ["a@shop.example"])).Words, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Spool));
    }

    [Fact]
    public async Task Keeps_what_the_relay_can_not_take_now()
    {
        _receiver.Message = () => Reply.Of(452, 3, 1, "Full");
        MakeSpool();
        await using var host = Listen();

        Assert.Contains("Full", Assert.IsType<SendmailOutcome.Kept>(await RunAsync("From: a@b.example\n\nbody\n", ["a@shop.example"])).Why, StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFiles(Spool, "*.mail"));
    }

    [Fact]
    public async Task Makes_several_messages_of_a_long_list()
    {
        await using var host = Listen();
        string[] recipients = [.. Enumerable.Range(0, 250).Select(i => $"user{i}@shop.example")];

        Assert.IsType<SendmailOutcome.HandedOver>(await RunAsync("From: a@b.example\n\nbody\n", recipients));

        Assert.Equal([100, 100, 50], _receiver.Queued.Select(one => one.Envelope.Recipients.Count));
        Assert.Equal(recipients, _receiver.Queued.SelectMany(one => one.Envelope.Recipients).Select(one => one.Mailbox.ToString()));
    }

    [Fact]
    public async Task Keeps_it_when_nobody_listens_closed_to_others_and_whole()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Linux");
        MakeSpool();

        Assert.Contains(SocketPath, Assert.IsType<SendmailOutcome.Kept>(await RunAsync("Subject: hello\n\nbody\n", ["root"], author: "")).Why, StringComparison.Ordinal);

        var file = Assert.Single(Directory.EnumerateFiles(Spool));
        Assert.EndsWith(".mail", file, StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.None, (UnixFileMode)((int)File.GetUnixFileMode(file) & 0b111));
        Assert.Matches("^todoku-mail 1\nfrom www-data\nto root\nauthor \nnotify failure\nkey [0-9a-f]{32}\n\nSubject: hello\r\n\r\nbody\r\n$", await File.ReadAllTextAsync(file, Patience));
    }

    [Fact]
    public async Task Says_when_it_could_not_be_kept()
    {
        var lost = Assert.IsType<SendmailOutcome.Lost>(await RunAsync("Subject: hello\n\nbody\n", ["root"]));

        Assert.Contains(Spool, Assert.IsType<KeepOutcome.Failed>(lost.Outcome).Detail, StringComparison.Ordinal);
    }

    private void MakeSpool()
    {
        Directory.CreateDirectory(Spool);
        if (OperatingSystem.IsLinux()) File.SetUnixFileMode(Spool, SpoolFolder.Mode);
    }

    private SmtpServerHost Listen()
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(SocketPath));
        var host = new SmtpServerHost(_receiver, null, null, new SmtpHostLimits(), TimeProvider.System);
        var session = new SmtpServerOptions { HostName = "mail.example.com", Role = SmtpListenerRole.LocalUsers };
        host.Start([new SmtpListener { EndPoint = new IPEndPoint(IPAddress.Loopback, 0), Socket = socket, Session = session }]);
        return host;
    }

    private async Task<SendmailOutcome> RunAsync(string message, IReadOnlyList<string> recipients, string? author = null)
    {
        using var content = SendmailContent.Read(new MemoryStream(Encoding.UTF8.GetBytes(message)), endsAtDot: true);
        var envelope = new SendmailEnvelope { Sender = "www-data", Recipients = recipients, AuthorName = author, Notify = DsnNotify.Failure };
        return await new SendmailHandover(SocketPath, new SpoolFolder(Spool, TimeProvider.System), TimeProvider.System).RunAsync(envelope, content, Patience);
    }
}
