using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Bounces;
using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Delivery.Reports;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Tests.Bounces;

/// <summary>Messages that failed, and the writer of their notices.</summary>
internal static class SampleNotices
{
    public const string UserUnknown = "550-5.1.1 The email account that you tried to reach does not exist. Please try double-checking 550 5.1.1 the recipient's email address for typos. 6a1803df08f44-6fb1eb0a5c2si - gsmtp";

    public static readonly DateTimeOffset Accepted = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    public static KnowledgeBase Knowledge { get; } = KnowledgeBase.LoadEmbedded();

    public static NoticeOptions Options { get; } = new() { HostName = "mail.example.com" };

    public static NoticeWriter Writer(NoticeOptions? options = null, string zone = "")
    {
        var time = new FakeTimeProvider(Accepted.AddHours(1));
        time.SetLocalTimeZone(zone == "JST" ? TimeZoneInfo.CreateCustomTimeZone("JST", TimeSpan.FromHours(9), "JST", "JST") : TimeZoneInfo.Utc);
        return new NoticeWriter(Knowledge, options ?? Options, time, address => new LaneKey($"domain:{address[(address.LastIndexOf('@') + 1)..]}"));
    }

    public static StoredMessage Message(string sender, params QueuedRecipient[] recipients) => new(
        new QueueId(123456789),
        new QueuedEnvelope
        {
            Sender = sender,
            SubmitterKind = SubmitterKind.LocalUser,
            Submitter = "www-data",
            AcceptedAt = Accepted,
            Size = 0,
            Recipients = recipients,
        },
        []);

    public static AttemptReport Report(StoredMessage message, int place, Cause cause, string reply, string host = "mx.example.net", bool isRemote = true) => new()
    {
        Entry = new EntryId(message.Id, place),
        At = Accepted.AddMinutes(30),
        Envelope = message.Envelope,
        Sender = message.Envelope.Sender,
        Recipient = message.Envelope.Recipients[place].Address,
        Provider = "example.net",
        Path = "direct",
        RelayHost = host,
        RelayEndPoint = host.Length == 0 ? null : new IPEndPoint(IPAddress.Parse("192.0.2.25"), 25),
        LocalAddress = IPAddress.Parse("198.51.100.7"),
        Decision = new DeliveryDecision(DeliveryAction.Bounce, cause, "rule", SmtpStage.RcptTo, reply, isRemote, null),
        Attempts = 1,
    };

    public static byte[] Header(params string[] fields) => Encoding.UTF8.GetBytes($"{string.Join("\r\n", fields)}\r\n\r\n");

    public static byte[] English { get; } = Header(
        "Received: from web (localhost [127.0.0.1]) by mail.example.com with ESMTP id 75BCD15; Tue, 01 Dec 2026 00:00:00 +0000",
        "From: Shop <shop@example.com>",
        "To: user@example.net",
        "Subject: Your order 1234",
        "Message-ID: <1234@shop.example.com>",
        "Date: Tue, 01 Dec 2026 00:00:00 +0000");

    public static byte[] Japanese { get; } = Header(
        "From: =?ISO-2022-JP?B?GyRCPjlFOTIwGyhC?= <shop@example.jp>",
        "To: user@example.ne.jp",
        "Subject: =?UTF-8?B?44GU5rOo5paH44GC44KK44GM44Go44GG44GU44GW44GE44G+44GZ?=",
        "Message-ID: <5678@shop.example.jp>",
        "Date: Tue, 01 Dec 2026 09:00:00 +0900");
}
