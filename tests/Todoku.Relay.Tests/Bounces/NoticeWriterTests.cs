using System.Text;
using MimeKit;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Mail.Messages;
using Todoku.Relay.Bounces;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Tests.Bounces;

/// <summary>The notices are compared whole with files, and read back by a mail library.</summary>
public sealed class NoticeWriterTests
{
    private const string NoRoom = "452 4.2.2 The email account that you tried to reach is over quota.";

    [Fact]
    public void Tells_of_an_unknown_recipient()
    {
        var message = SampleNotices.Message("shop@example.com", new QueuedRecipient("user@example.net"));

        var notice = Write(NoticeKind.Failure, message, SampleNotices.English, (Cause.RecipientUnknown, SampleNotices.UserUnknown));

        Cases.Compare("notice-unknown.en.eml", notice.Content.Span);
        Assert.Equal("", notice.Envelope.Sender);
        Assert.Equal(["shop@example.com"], notice.Envelope.Recipients.Select(recipient => recipient.Address));
        Assert.Equal(DsnNotify.Never, notice.Envelope.Recipients[0].Notify);
        Assert.Equal(notice.Content.Length, notice.Envelope.Size);
        Assert.Equal(["domain:example.com"], notice.Lanes.Select(lane => lane.Name));
        Assert.Equal(ContentNeeds.None, notice.Envelope.Needs);
    }

    [Fact]
    public void Speaks_Japanese_to_who_writes_Japanese()
    {
        var message = SampleNotices.Message("shop@example.jp", new QueuedRecipient("user@example.ne.jp"), new QueuedRecipient("b@example.ne.jp"), new QueuedRecipient("c@example.ne.jp"));

        var notice = Write(NoticeKind.Failure, message, SampleNotices.Japanese, (Cause.IpReputation, "550 5.7.1 Access denied from 198.51.100.7"), (Cause.MailboxFull, NoRoom), (Cause.MailboxFull, NoRoom));

        Cases.Compare("notice-japanese.ja.eml", notice.Content.Span);
        var text = Assert.IsType<TextPart>(Parts(notice)[0]).Text;
        Cases.Compare("notice-japanese.ja.txt", Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")));
    }

    [Theory]
    [InlineData(Language.English, "notice-delay.en.eml")]
    [InlineData(Language.Japanese, "notice-delay.ja.txt")]
    public void Tells_of_a_delay(Language language, string file)
    {
        var message = SampleNotices.Message("shop@example.com", new QueuedRecipient("user@example.net"));
        var writer = SampleNotices.Writer(SampleNotices.Options with { Language = language }, language == Language.Japanese ? "JST" : "");

        var notice = writer.Write(NoticeKind.Delay, message, [SampleNotices.Report(message, 0, Cause.ConnectionTimeout, "connect to mx.example.net[192.0.2.25]:25: timed out", isRemote: false)], SampleNotices.English);

        Assert.NotNull(notice);
        Cases.Compare(file, language == Language.English ? notice.Content.Span : Encoding.UTF8.GetBytes(Assert.IsType<TextPart>(Parts(notice)[0]).Text.ReplaceLineEndings("\r\n")));
        Assert.Equal("4.4.1", Status(notice)[1]["Status"]);
    }

    [Fact]
    public void A_refusal_of_our_own_has_its_own_code()
    {
        var message = SampleNotices.Message("shop@example.com", new QueuedRecipient("user@example.net"));
        var report = SampleNotices.Report(message, 0, Cause.RfcViolation, "the server takes none (no SMTPUTF8)", isRemote: false);
        report = report with { Decision = report.Decision with { OwnStatus = new EnhancedStatusCode(5, 6, 7) } };

        var notice = SampleNotices.Writer().Write(NoticeKind.Failure, message, [report], SampleNotices.English);

        Assert.NotNull(notice);
        Assert.Equal("5.6.7", Status(notice)[1]["Status"]);
    }

    [Fact]
    public void Tells_of_success_where_the_next_server_does_not()
    {
        var message = SampleNotices.Message("shop@example.com", new QueuedRecipient("user@example.net") { Notify = DsnNotify.Success, OriginalRecipient = "rfc822;User+x@example.net" }, new QueuedRecipient("b@example.net"));
        message = message with { Envelope = message.Envelope with { DsnEnvelopeId = "QQ314159" } };

        var notice = Write(NoticeKind.Success, message, SampleNotices.English, (Cause.Unknown, "250 2.0.0 Ok: queued as 4F2A"), (Cause.Unknown, "250 2.0.0 Ok: queued as 4F2A"));

        Cases.Compare("notice-success.en.eml", notice.Content.Span);
        var status = Status(notice);
        Assert.Equal(2, status.Count);
        Assert.Equal(("QQ314159", "rfc822; User+x@example.net", "relayed", "2.0.0"), (status[0]["Original-Envelope-Id"], status[1]["Original-Recipient"], status[1]["Action"], status[1]["Status"]));
    }

    [Fact]
    public void Gives_the_whole_message_back_where_its_sender_wants_it()
    {
        byte[] original = [.. SampleNotices.English, .. Encoding.UTF8.GetBytes("Grüße\r\n--=_boundary\r\nno end")];
        var message = SampleNotices.Message("shop@example.com", new QueuedRecipient("user@example.net"));
        message = message with { Envelope = message.Envelope with { Prefix = original.AsMemory(0, 40), Size = original.Length - 40, DsnReturn = DsnReturn.Full } };

        var notice = Write(NoticeKind.Failure, message, original, (Cause.RecipientUnknown, SampleNotices.UserUnknown));

        var returned = Assert.IsType<MessagePart>(Parts(notice)[2]);
        Assert.Equal("Your order 1234", returned.Message!.Subject);
        Assert.Contains("Grüße", ((TextPart)returned.Message.Body!).GetText(Encoding.UTF8), StringComparison.Ordinal);
        Assert.Equal(ContentNeeds.EightBit, notice.Envelope.Needs);
        Assert.Equal(original.Length, SampleNotices.Writer().LengthWanted(NoticeKind.Failure, message));
    }

    [Theory]
    [InlineData(NoticeKind.Failure, DsnReturn.Headers, 0)]
    [InlineData(NoticeKind.Failure, DsnReturn.Unspecified, 0)]
    [InlineData(NoticeKind.Delay, DsnReturn.Full, 0)]
    [InlineData(NoticeKind.Failure, DsnReturn.Full, 70_000)]
    public void Gives_the_header_alone_back_else(NoticeKind kind, DsnReturn wanted, int more)
    {
        byte[] original = [.. SampleNotices.English, .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Body\r\n", 1 + (more / 6))))];
        var message = SampleNotices.Message("shop@example.com", new QueuedRecipient("user@example.net"));
        message = message with { Envelope = message.Envelope with { Size = original.Length, DsnReturn = wanted } };

        var notice = Write(kind, message, original, (Cause.RecipientUnknown, SampleNotices.UserUnknown));

        var returned = Parts(notice)[2];
        Assert.Equal("text/rfc822-headers", returned.ContentType.MimeType);
        Assert.Equal(Encoding.UTF8.GetString(SampleNotices.English)[..^2], Decoded(returned).ReplaceLineEndings("\r\n")[..^2]);
    }

    [Fact]
    public void Writes_international_addresses_in_the_international_form()
    {
        var message = SampleNotices.Message("店@例え.jp", new QueuedRecipient("ユーザー@例え.net"), new QueuedRecipient("user@example.net"));
        message = message with { Envelope = message.Envelope with { Needs = ContentNeeds.Utf8 | ContentNeeds.EightBit } };

        var notice = Write(NoticeKind.Failure, message, SampleNotices.Header("Subject: ご注文", "From: 店@例え.jp"), (Cause.RecipientUnknown, "550 5.1.1 <ユーザー@例え.net>: unknown"), (Cause.RecipientUnknown, "550 5.1.1 unknown"));

        Cases.Compare("notice-international.eml", notice.Content.Span);
        Assert.Equal(ContentNeeds.Utf8 | ContentNeeds.EightBit, notice.Envelope.Needs);
        var parts = Parts(notice);
        Assert.Equal(["message/global-delivery-status", "message/global-headers"], parts.Skip(1).Select(part => part.ContentType.MimeType));
        Assert.Contains("Final-Recipient: utf-8; ユーザー@例え.net\r\n", Decoded(parts[1]), StringComparison.Ordinal);
        Assert.Contains("Final-Recipient: rfc822; user@example.net\r\n", Decoded(parts[1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DsnNotify.Unspecified, true, true, false)]
    [InlineData(DsnNotify.Never, false, false, false)]
    [InlineData(DsnNotify.Success, false, false, true)]
    [InlineData(DsnNotify.Failure, true, false, false)]
    [InlineData(DsnNotify.Delay, false, true, false)]
    [InlineData(DsnNotify.Success | DsnNotify.Failure | DsnNotify.Delay, true, true, true)]
    public void Tells_what_the_sender_wants_to_know(DsnNotify notify, bool failure, bool delay, bool success)
    {
        var message = SampleNotices.Message("shop@example.com", new QueuedRecipient("user@example.net") { Notify = notify });
        var report = SampleNotices.Report(message, 0, Cause.RecipientUnknown, SampleNotices.UserUnknown);
        var writer = SampleNotices.Writer();

        Assert.Equal((failure, delay, success), (IsTold(NoticeKind.Failure), IsTold(NoticeKind.Delay), IsTold(NoticeKind.Success)));

        bool IsTold(NoticeKind kind) => writer.Write(kind, message, [report], SampleNotices.English) is not null;
    }

    [Fact]
    public void Is_about_those_alone_who_are_to_be_told_of()
    {
        var message = SampleNotices.Message("shop@example.com", new QueuedRecipient("a@example.net") { Notify = DsnNotify.Never }, new QueuedRecipient("b@example.net"));

        var notice = Write(NoticeKind.Failure, message, SampleNotices.English, (Cause.RecipientUnknown, "550 5.1.1 a"), (Cause.RecipientUnknown, "550 5.1.1 b"));

        Assert.Equal("rfc822; b@example.net", Assert.Single(Status(notice).Skip(1))["Final-Recipient"]);
        Assert.DoesNotContain("a@example.net", Encoding.UTF8.GetString(notice.Content.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_no_notice_by_a_notice()
    {
        var message = SampleNotices.Message("", new QueuedRecipient("user@example.net"));

        Assert.Null(SampleNotices.Writer().Write(NoticeKind.Failure, message, [SampleNotices.Report(message, 0, Cause.RecipientUnknown, SampleNotices.UserUnknown)], SampleNotices.English));
    }

    [Fact]
    public void Sends_double_bounces_to_the_postmaster_on_wish_and_never_round_and_round()
    {
        var writer = SampleNotices.Writer(SampleNotices.Options with { DoubleBounces = "postmaster@example.com" });
        var message = SampleNotices.Message("", new QueuedRecipient("user@example.net"));
        var report = SampleNotices.Report(message, 0, Cause.RecipientUnknown, SampleNotices.UserUnknown);

        var copy = writer.Write(NoticeKind.Failure, message, [report], SampleNotices.English);

        Assert.NotNull(copy);
        Assert.Equal("postmaster@example.com", copy.Envelope.Recipients[0].Address);
        Assert.Contains("copy for the postmaster", Assert.IsType<TextPart>(Parts(copy)[0]).Text, StringComparison.Ordinal);
        Assert.Null(writer.Write(NoticeKind.Delay, message, [report], SampleNotices.English));
        var failed = new StoredMessage(new QueueId(2), copy.Envelope, []);
        Assert.Null(writer.Write(NoticeKind.Failure, failed, [SampleNotices.Report(failed, 0, Cause.RecipientUnknown, SampleNotices.UserUnknown)], SampleNotices.English));
    }

    [Theory]
    [InlineData("bounces@example.com", null, null, "bounces@example.com")]
    [InlineData("bounces@example.com", "www-data@web1", null, "bounces@example.com")]
    [InlineData("b@rp.example.com", "www-data@web1", "rp.example.com", "www-data@web1")]
    [InlineData("B+7@RP.example.com", "www-data@web1", null, "www-data@web1")]
    public void Goes_to_where_people_read_bounces(string sender, string? original, string? verp, string expected)
    {
        var message = SampleNotices.Message(sender, new QueuedRecipient("user@example.net"));
        message = message with { Envelope = message.Envelope with { OriginalSender = original, VerpDomain = verp } };
        var writer = SampleNotices.Writer(SampleNotices.Options with { ReturnPathDomain = "rp.example.com" });

        var notice = writer.Write(NoticeKind.Failure, message, [SampleNotices.Report(message, 0, Cause.RecipientUnknown, SampleNotices.UserUnknown)], SampleNotices.English);

        Assert.Equal(expected, notice?.Envelope.Recipients[0].Address);
    }

    [Fact]
    public void Lets_no_stranger_write_fields_or_parts()
    {
        var message = SampleNotices.Message("shop@example.com", new QueuedRecipient("\"a\r\nBcc: x@example.org\"@example.net") { OriginalRecipient = "rfc822;x\r\nAction: delivered" });
        message = message with { Envelope = message.Envelope with { DsnEnvelopeId = "e\r\nStatus: 2.0.0" } };
        var reply = $"550 5.1.1 no\r\n\r\nAction: delivered\0\u2028\u202Eevil\uD800 {new string('x', 900)}";

        var notice = Write(NoticeKind.Failure, message, SampleNotices.Header("Subject: =?utf-8?q?a=0D=0ABcc:_x=40example.org=00?=", "Message-ID: <a\tb>", "X: --=_\r\n\tb"), (Cause.RecipientUnknown, reply));

        Assert.Equal(
            ["Date", "From", "To", "Subject", "Message-ID", "Auto-Submitted", "Content-Language", "MIME-Version", "Content-Type"],
            MessageHeaders.Parse(notice.Content).Fields.Select(field => Encoding.ASCII.GetString(field.Name)));
        var status = Status(notice);
        Assert.Equal(["Reporting-MTA", "Original-Envelope-Id", "X-Todoku-Queue-Id", "Arrival-Date"], status[0].Select(field => field.Field));
        Assert.Equal(
            ["Original-Recipient", "Final-Recipient", "Action", "Status", "Remote-MTA", "Diagnostic-Code", "Last-Attempt-Date", "X-Todoku-Cause"],
            Assert.Single(status.Skip(1)).Select(field => field.Field));
        Assert.Equal("failed", status[1]["Action"]);
        Assert.DoesNotContain('\0', Encoding.UTF8.GetString(notice.Content.Span));
        Assert.All(Encoding.UTF8.GetString(notice.Content.Span).Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
    }

    [Fact]
    public void Gives_up_on_a_sender_that_is_no_address()
    {
        var message = SampleNotices.Message("shop@example.com\r\nBcc: x@example.org", new QueuedRecipient("user@example.net"));

        Assert.Null(SampleNotices.Writer().Write(NoticeKind.Failure, message, [SampleNotices.Report(message, 0, Cause.RecipientUnknown, SampleNotices.UserUnknown)], SampleNotices.English));
    }

    [Fact]
    public void Has_words_for_every_cause()
    {
        var message = SampleNotices.Message("shop@example.com", new QueuedRecipient("user@example.net"));
        foreach (var language in new[] { Language.English, Language.Japanese })
        {
            var writer = SampleNotices.Writer(SampleNotices.Options with { Language = language });
            foreach (var cause in Causes.All)
            {
                var notice = writer.Write(NoticeKind.Failure, message, [SampleNotices.Report(message, 0, cause, "550 no")], SampleNotices.English);

                Assert.NotNull(notice);
                var text = Assert.IsType<TextPart>(Parts(notice)[0]).Text;
                Assert.DoesNotContain('{', text);
                Assert.Equal(language == Language.Japanese, text.Contains("対処方法", StringComparison.Ordinal));
                Assert.Matches(@"^5\.\d+\.\d+$", Status(notice)[1]["Status"]);
            }
        }
    }

    [Theory]
    [InlineData("Content-Language: ja-JP", true)]
    [InlineData("Content-Language: en\r\nSubject: =?ISO-2022-JP?B?GyRCJCIbKEI=?=", false)]
    [InlineData("Subject: =?ISO-2022-JP?B?GyRCJCIbKEI=?=", true)]
    [InlineData("Subject: =?utf-8?B?44GC?=", true)]
    [InlineData("Subject: ご注文", true)]
    [InlineData("Subject: =?utf-8?B?5L2g5aW9?=", false)]
    [InlineData("From: =?Shift_JIS?B?gqA=?= <a@example.com>", true)]
    [InlineData("Content-Type: text/plain; charset=\"iso-2022-jp\"", true)]
    [InlineData("Subject: Order", false)]
    [InlineData("Subject: Grüße", false)]
    public void Sees_by_the_header_who_reads_Japanese(string fields, bool isJapanese)
    {
        var message = SampleNotices.Message("shop@example.com", new QueuedRecipient("user@example.net"));

        var notice = Write(NoticeKind.Failure, message, SampleNotices.Header(fields), (Cause.RecipientUnknown, SampleNotices.UserUnknown));

        Assert.Contains($"\r\nContent-Language: {(isJapanese ? "ja" : "en")}\r\n", Encoding.UTF8.GetString(notice.Content.Span), StringComparison.Ordinal);
    }

    private static NewMessage Write(NoticeKind kind, StoredMessage message, byte[] original, params (Cause Cause, string Reply)[] ends)
    {
        var notice = SampleNotices.Writer().Write(kind, message, [.. ends.Select((end, place) => SampleNotices.Report(message, place, end.Cause, end.Reply))], original);
        Assert.NotNull(notice);
        return notice;
    }

    private static List<MimeEntity> Parts(NewMessage notice)
    {
        var parsed = MimeMessage.Load(new MemoryStream(notice.Content.ToArray()));
        var report = Assert.IsType<MultipartReport>(parsed.Body);
        Assert.Equal("delivery-status", report.ReportType);
        Assert.Equal(3, report.Count);
        return [.. report];
    }

    private static HeaderListCollection Status(NewMessage notice) => Assert.IsType<MessageDeliveryStatus>(Parts(notice)[1]).StatusGroups;

    private static string Decoded(MimeEntity part)
    {
        using var octets = new MemoryStream();
        if (part is TextRfc822Headers headers) headers.Message!.Headers.WriteTo(octets);
        else ((MimePart)part).Content!.DecodeTo(octets);
        return Encoding.UTF8.GetString(octets.ToArray());
    }
}
