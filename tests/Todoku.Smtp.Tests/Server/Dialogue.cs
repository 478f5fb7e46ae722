using Microsoft.Extensions.Time.Testing;
using Todoku.Smtp.Server;
using Todoku.Smtp.Server.Authentication;
using Todoku.Smtp.Server.Receiving;

namespace Todoku.Smtp.Tests.Server;

/// <summary>One session with its client, clock and receiver.</summary>
internal sealed class Dialogue : IDisposable
{
    public Dialogue(SmtpServerOptions? options = null, PipeConnection? connection = null, ISmtpAuthenticator? users = null, Func<ClientVerdict>? greet = null)
    {
        if (greet is not null) Receiver.Greet = greet;
        Connection = connection ?? new PipeConnection();
        Session = new SmtpServerSession(Connection, options ?? Options(), Receiver, users, null, Clock, "s1");
        Running = Session.RunAsync(Abort.Token);
        Greeting = Connection.Hear();
    }

    public PipeConnection Connection { get; }

    public FakeReceiver Receiver { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));

    public CancellationTokenSource Abort { get; } = new();

    public SmtpServerSession Session { get; }

    public Task<SessionEnd> Running { get; }

    public string Greeting { get; }

    /// <summary>How it ended; it has.</summary>
    public SessionEnd End => Running.IsCompletedSuccessfully ? Running.Result : SessionEnd.None;

    public static SmtpServerOptions Options(
        SmtpListenerRole role = SmtpListenerRole.Reception, SmtpServerLimits? limits = null, SmtpServerTimeouts? timeouts = null) =>
        new() { HostName = "mail.local.test", Role = role, Limits = limits ?? new SmtpServerLimits(), Timeouts = timeouts ?? new SmtpServerTimeouts() };

    /// <summary>A session that has said EHLO.</summary>
    public static Dialogue Begun(SmtpServerOptions? options = null, PipeConnection? connection = null, ISmtpAuthenticator? users = null)
    {
        var dialogue = new Dialogue(options, connection, users);
        dialogue.Ask("EHLO client.example");
        return dialogue;
    }

    /// <summary>Sends a line and gives what comes back.</summary>
    public string Ask(string line) => Tell($"{line}\r\n");

    /// <summary>Sends octets and gives what comes back.</summary>
    public string Tell(string octets)
    {
        Connection.Say(octets);
        return Connection.Hear();
    }

    /// <summary>The codes of what comes back.</summary>
    public int[] Codes(string octets) =>
        [.. Tell(octets).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Where(line => line[3] == ' ').Select(line => int.Parse(line[..3]))];

    /// <summary>Goes as far as the message.</summary>
    public Dialogue Data()
    {
        Assert.Equal([250, 250, 354], Codes("MAIL FROM:<a@client.example>\r\nRCPT TO:<user@local.test>\r\nDATA\r\n"));
        return this;
    }

    /// <summary>Goes as far as the recipients.</summary>
    public Dialogue Recipient()
    {
        Assert.Equal([250, 250], Codes("MAIL FROM:<a@client.example>\r\nRCPT TO:<user@local.test>\r\n"));
        return this;
    }

    public void Dispose()
    {
        Session.Dispose();
        Abort.Dispose();
    }
}
