using System.Globalization;
using System.Text;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests;

/// <summary>Plays deliveries, one a line of the test, to an analyzer. Each attempt is a message of its own unless told otherwise.</summary>
internal sealed class MailScript(FakeKnowledge? knowledge = null, AnalyzerOptions? options = null)
{
    private ulong _message = 1;

    public FakeKnowledge Knowledge { get; } = knowledge ?? new FakeKnowledge();

    public DeliveryAnalyzer Analyzer { get; } = new(knowledge ?? new FakeKnowledge(), options ?? new AnalyzerOptions());

    public static long Ticks(string time) =>
        DateTime.Parse(time.Length < 11 ? "2026-05-16 " + time : time, CultureInfo.InvariantCulture).Ticks;

    public MailScript Delivered(string time, Try? how = null) => Attempt(time, DeliveryStatus.Delivered, "250 ok", how);

    public MailScript Deferred(string time, string reply, Try? how = null) => Attempt(time, DeliveryStatus.Deferred, reply, how);

    public MailScript Bounced(string time, string reply, Try? how = null) => Attempt(time, DeliveryStatus.Bounced, reply, how);

    public MailScript Expired(string time, Try how) => Attempt(time, DeliveryStatus.Expired, "returned to sender", how);

    public MailScript Attempt(string time, DeliveryStatus status, string reply, Try? how = null) => Attempt(Ticks(time), status, reply, how);

    public MailScript Attempt(long ticks, DeliveryStatus status, string reply, Try? how = null)
    {
        how ??= new Try();
        var line = how.Line ?? $"{new DateTime(ticks):O} {how.Host} postfix/smtp[1]: to=<{how.To}>, relay={how.Relay}, status={status} ({reply})";
        Analyzer.Attempted(new DeliveryAttempt
        {
            UtcTicks = ticks,
            Status = status,
            Agent = how.Agent,
            Host = Utf8(how.Host),
            OriginHost = Utf8(how.OriginHost),
            MessageKey = how.Message ?? _message++,
            SenderKnown = how.From is not null,
            Sender = Utf8(how.From ?? ""),
            Recipient = Utf8(how.To),
            RelayHost = Utf8(how.Relay),
            RelayAddress = Utf8(how.Relay.Length == 0 ? "" : how.Address),
            RelayPort = how.Port,
            LocalAddress = Utf8(how.LocalAddress),
            IsRemoteReply = how.IsRemote,
            Stage = how.IsRemote ? SmtpStage.EndOfData : SmtpStage.Connect,
            Reply = Utf8(reply),
            Submitter = new Submitter(how.SubmitterKind, Utf8(how.Submitter)),
            DkimDomain = Utf8(how.DkimDomain),
            DkimSelector = Utf8(how.DkimSelector),
            IsEcho = how.IsEcho,
            Line = Utf8(line),
        });
        return this;
    }

    public MailScript ConnectionFailed(string time, string host, string address, string reason)
    {
        Analyzer.ConnectionFailed(new ConnectionFailure
        {
            UtcTicks = Ticks(time),
            Host = "web1"u8,
            RelayHost = Utf8(host),
            RelayAddress = Utf8(address),
            RelayPort = 25,
            Reason = Utf8(reason),
            Line = Utf8($"connect to {host}[{address}]:25: {reason}"),
        });
        return this;
    }

    public MailScript Queued(string time, string from = "info@example.com", SubmitterKind kind = SubmitterKind.Authenticated, string submitter = "x")
    {
        Analyzer.Queued(new QueuedMessage { UtcTicks = Ticks(time), Sender = Utf8(from), Submitter = new Submitter(kind, Utf8(submitter)) });
        return this;
    }

    public MailScript Removed(string time)
    {
        Analyzer.Removed(Ticks(time), "web1"u8);
        return this;
    }

    public MailScript SigningFailed(string time, string domain, string host = "")
    {
        Analyzer.SigningFailed(new SigningFailure { UtcTicks = Ticks(time), Domain = Utf8(domain), Host = Utf8(host), Line = Utf8("no signing table match for " + domain) });
        return this;
    }

    public MailScript Warned(string time, string program, string text)
    {
        Analyzer.Warned(new ServerWarning { UtcTicks = Ticks(time), Program = Utf8(program), Text = Utf8(text), Line = Utf8(text) });
        return this;
    }

    public DiagnosisResult Conclude(params Notice[] notices) =>
        Analyzer.Conclude(new Understanding(1, 0, 1, 1, 1, 1, []), notices, TimeSpan.Zero);

    /// <summary>A finding in short: <c>google spam-content</c>, with "past" when it is.</summary>
    public static string Short(Finding finding) => $"{finding.Provider?.Id ?? "all"} {finding.Kind}{(finding.IsCurrent ? "" : " past")}";

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}

/// <summary>The circumstances of an attempt.</summary>
internal sealed record Try
{
    public string Relay { get; init; } = "gmail-smtp-in.l.google.com";

    public string Address { get; init; } = "192.0.2.25";

    public ushort Port { get; init; } = 25;

    public string To { get; init; } = "someone@gmail.com";

    public string? From { get; init; } = "info@example.com";

    public string Host { get; init; } = "web1";

    public string OriginHost { get; init; } = "";

    public ulong? Message { get; init; }

    public DeliveryAgent Agent { get; init; } = DeliveryAgent.Smtp;

    public bool IsRemote { get; init; } = true;

    public bool IsEcho { get; init; }

    public SubmitterKind SubmitterKind { get; init; }

    public string Submitter { get; init; } = "";

    public string LocalAddress { get; init; } = "";

    public string DkimDomain { get; init; } = "";

    public string DkimSelector { get; init; } = "";

    public string? Line { get; init; }

    public static readonly Try Google = new();
    public static readonly Try Microsoft = new() { Relay = "example.mail.protection.outlook.com", To = "someone@outlook.com" };
    public static readonly Try Yahoo = new() { Relay = "mta5.am0.yahoodns.net", To = "someone@yahoo.com" };
}
