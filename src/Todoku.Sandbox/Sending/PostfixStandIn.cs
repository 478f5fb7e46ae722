using System.Globalization;
using System.Net;
using System.Text;
using Todoku.Dns;
using Todoku.Mail;
using Todoku.Mail.Messages;
using Todoku.Sandbox.World;
using Todoku.Smtp.Client;
using Todoku.Smtp.Client.Connecting;
using Todoku.Smtp.Client.Messages;
using Todoku.Smtp.Client.Outcomes;
using Todoku.Smtp.Envelopes;

namespace Todoku.Sandbox.Sending;

/// <summary>
/// Stands in for a web server's Postfix where there is none: takes a message as <c>sendmail</c> does, hands it over to the recipient's server or to a relay, and writes the
/// log that Postfix 3 writes of that. It tries once and keeps nothing.
/// </summary>
/// <param name="world">The world that it sends in.</param>
/// <param name="host">The host's name.</param>
/// <param name="source">The address of this machine that it sends from.</param>
/// <param name="port">The port of recipients' servers.</param>
/// <param name="logFile">The log.</param>
/// <param name="pace">The clock that sessions wait by.</param>
public sealed class PostfixStandIn(SandboxWorld world, string host, IPAddress source, int port, string logFile, TimeProvider pace)
{
    private const uint FirstId = 0x3F21A;
    private const int UserId = 48;

    private uint _number;

    /// <summary>The relay that all mail goes to (<c>relayhost</c>); null: the recipients' servers.</summary>
    public NextHop? Relay { get; set; }

    /// <summary>Sends a message to one recipient.</summary>
    /// <param name="user">The user whose program sends it.</param>
    /// <param name="recipient">The recipient.</param>
    /// <param name="message">The message, with LF or CRLF.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Whether it was taken.</returns>
    public async Task<bool> SendAsync(string user, string recipient, string message, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        var id = (FirstId + ++_number * 37).ToString("X8", CultureInfo.InvariantCulture);
        var sender = $"{user}@{host}";
        var octets = Encoding.UTF8.GetBytes(message.ReplaceLineEndings("\r\n"));
        Log("pickup", $"{id}: uid={UserId} from=<{user}>");
        Log("cleanup", $"{id}: message-id={(MessageHeaders.Parse(octets).All("Message-ID"u8) is [var field, ..] ? Encoding.UTF8.GetString(field.Unfold()) : $"<{id}@{host}>")}");
        Log("qmgr", $"{id}: from=<{sender}>, size={octets.Length}, nrcpt=1 (queue active)");
        var began = world.Clock.GetTimestamp();
        var (where, status, words) = await DeliverAsync(sender, recipient, octets, ct);
        var delay = world.Clock.GetElapsedTime(began).TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
        var state = status.Class switch { 2 => "sent", 4 => "deferred", _ => "bounced" };
        Log("smtp", $"{id}: to=<{recipient}>, relay={where}, delay={delay}, delays=0.01/0/0.02/{delay}, dsn={status}, status={state} ({words})");
        if (state != "deferred") Log("qmgr", $"{id}: removed");
        return state == "sent";
    }

    private async Task<(string Where, EnhancedStatusCode Status, string Words)> DeliverAsync(string sender, string recipient, byte[] message, CancellationToken ct)
    {
        if ((Relay ?? await FindAsync(recipient, ct)) is not { } hop)
            return ("none", new EnhancedStatusCode(5, 4, 4), $"Host or domain name not found. Name service error for name={DomainOf(recipient)} type=MX: Host not found");
        var shown = $"{hop.Host}[{hop.EndPoint.Address}]";
        var where = $"{shown}:{hop.EndPoint.Port}";
        var endpoint = new SmtpEndpoint(hop.EndPoint) { Source = source };
        var opening = await SmtpClientSession.OpenAsync(new SocketConnector(pace), endpoint, new SmtpClientOptions { HelloName = host }, pace, ct);
        if (opening is not SmtpOpening.Ready ready) return Failed(((SmtpOpening.Failed)opening).Outcome, where, shown);
        var envelope = new OutgoingEnvelope(MailboxOf(sender), MailParameters.None, [new OutgoingRecipient(MailboxOf(recipient), RecipientParameters.None)]);
        var outcome = await ready.Session.SendAsync(envelope, MessageContent.FromOctets(message), ct);
        await ready.Session.QuitAsync(ct);
        return outcome is SmtpAttemptOutcome.Answered { Results: [{ Reply: { } reply } result, ..] }
            ? (where, StatusOf(reply.EnhancedStatus, reply.Code), result.Status == RecipientStatus.Accepted ? reply.ToString() : $"host {shown} said: {reply} (in reply to {StageWords(result.Stage)})")
            : Failed(outcome, where, shown);
    }

    private static (string, EnhancedStatusCode, string) Failed(SmtpAttemptOutcome outcome, string where, string shown) => outcome switch
    {
        SmtpAttemptOutcome.Refused refused => (where, StatusOf(refused.Reply.EnhancedStatus, refused.Reply.Code), $"host {shown} refused to talk to me: {refused.Reply}"),
        SmtpAttemptOutcome.NotConnected => ("none", new EnhancedStatusCode(4, 4, 1), $"connect to {where}: Connection refused"),
        _ => (where, new EnhancedStatusCode(4, 4, 2), $"lost connection with {shown} while {LostWords(outcome.Stage)}"),
    };

    private static string LostWords(SmtpStage stage) => stage switch
    {
        SmtpStage.Banner => "receiving the initial server greeting",
        SmtpStage.Ehlo => "performing the EHLO handshake",
        SmtpStage.EndOfData => "sending end of data -- message may be sent more than once",
        _ => $"sending {StageWords(stage).Replace(" command", "", StringComparison.Ordinal)}",
    };

    private async ValueTask<NextHop?> FindAsync(string recipient, CancellationToken ct)
    {
        if (!DomainName.TryParse(DomainOf(recipient), out var domain)) return null;
        var server = domain;
        if (await world.Dns.AskAsync(domain, DnsRecordType.MX, ct) is DnsAnswer.Found exchangers)
            server = exchangers.Records.OfType<DnsRecord.MailExchanger>().MinBy(one => one.Preference)?.Host ?? domain;
        return await world.Dns.AskAsync(server, DnsRecordType.A, ct) is DnsAnswer.Found { Records: [DnsRecord.Address address, ..] } ? new NextHop(server.ToString(), new IPEndPoint(address.Value, port)) : null;
    }

    // As rsyslog writes them since Debian 12.
    private void Log(string program, string words) =>
        File.AppendAllText(logFile, $"{world.Clock.GetLocalNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture)} {host.Split('.')[0]} postfix/{program}[{ProcessOf(program)}]: {words}\n");

    private static int ProcessOf(string program) => program switch { "pickup" => 1201, "cleanup" => 1203, "qmgr" => 1100, _ => 1207 };

    private static EnhancedStatusCode StatusOf(EnhancedStatusCode status, ushort code) => status.IsNone ? new EnhancedStatusCode((byte)(code / 100), 0, 0) : status;

    private static string StageWords(SmtpStage stage) => stage switch
    {
        SmtpStage.MailFrom => "MAIL FROM command",
        SmtpStage.RcptTo => "RCPT TO command",
        SmtpStage.Data => "DATA command",
        _ => "end of DATA command",
    };

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];

    private static Mailbox MailboxOf(string address) =>
        MailboxParser.TryParse(Encoding.UTF8.GetBytes(address), out var mailbox) && mailbox is not null ? mailbox : throw new ArgumentException($"{address} is no address.", nameof(address));
}
