using System.Text;
using MimeKit;
using Todoku.Knowledge;
using Todoku.Relay.Bounces.Suppression;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Tests.Bounces.Incoming;

public sealed class ReturnedMailReceiverTests
{
    /// <summary>What each sample comes to, in one file: who failed, why, and what follows.</summary>
    [Fact]
    public async Task Every_sample_comes_to_what_it_should()
    {
        var text = new StringBuilder();
        foreach (var file in Cases.Names("returned-*.eml"))
        {
            await using var desk = new BounceDesk();
            var reply = await desk.TakeAsync(file, isFromNobody: !file.Contains("person", StringComparison.Ordinal), file.Contains("complaint", StringComparison.Ordinal) ? "fbl@rp.example.com" : null);
            text.Append(file["returned-".Length..^".eml".Length]).Append(": ").Append(reply.Code).Append('\n');
            foreach (var bounce in desk.Bounces)
                text.Append($"  bounce {bounce.Recipient} {bounce.Cause.Id} ({bounce.RuleId}) {(bounce.IsPermanent ? "permanent" : "transient")} {bounce.Status} by {bounce.RemoteHost}|{bounce.Reporter}\n    {bounce.Reply}\n");
            foreach (var complaint in desk.Complaints)
                text.Append($"  complaint {complaint.Kind} about {complaint.Entry?.ToString() ?? "nothing"} to {complaint.Recipient} by {complaint.Reporter}, {complaint.SourceIp}\n");
            foreach (var (kind, what) in desk.Others) text.Append($"  {kind}: {what}\n");
            foreach (var line in await desk.Suppressed.ListAsync(_ => true, 10)) text.Append($"  suppressed {line.Address} {line.Scope} {line.AuthorDomain} {line.Reason} for {(line.Until - line.Since)?.TotalDays ?? double.PositiveInfinity} days: {line.Evidence}\n");
            foreach (var told in desk.Told) text.Append($"  told {told.Envelope.Recipients[0].Address}\n");
        }
        Cases.Compare("returned.txt", Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n").ToString()));
    }

    [Fact]
    public async Task Tells_the_sender_that_was_handed_in_in_words_of_our_own()
    {
        await using var desk = new BounceDesk();

        Assert.Equal(250, (await desk.TakeAsync("returned-postfix.eml")).Code);

        var told = Assert.Single(desk.Told);
        Assert.Equal(("", "shop@example.com", "domain:example.com"), (told.Envelope.Sender, told.Envelope.Recipients[0].Address, told.Lanes[0].Name));
        var report = Assert.IsType<MultipartReport>(MimeMessage.Load(new MemoryStream(told.Content.ToArray())).Body);
        var text = Assert.IsType<TextPart>(report[0]).Text;
        Assert.Contains("There is no such mailbox", text, StringComparison.Ordinal);
        Assert.Contains("User doesn't exist", text, StringComparison.Ordinal);
        Assert.Contains("Subject: Your order 1234", text, StringComparison.Ordinal);
        var status = Assert.IsType<MessageDeliveryStatus>(report[1]).StatusGroups[1];
        Assert.Equal(("rfc822; b@example.net", "failed", "5.1.1", "dns; imap.example.net"), (status["Final-Recipient"], status["Action"], status["Status"], status["Remote-MTA"]));
    }

    [Fact]
    public async Task Tells_once_of_each_recipient()
    {
        await using var desk = new BounceDesk();

        await desk.TakeAsync("returned-postfix.eml");
        await desk.TakeAsync("returned-qmail.eml");

        Assert.Single(desk.Told);
        Assert.Equal(2, desk.Bounces.Count);
    }

    [Theory]
    [InlineData("returned-postfix.eml", DsnNotify.Never, 0)]
    [InlineData("returned-postfix.eml", DsnNotify.Success, 0)]
    [InlineData("returned-postfix.eml", DsnNotify.Failure, 1)]
    [InlineData("returned-postfix-delay.eml", DsnNotify.Unspecified, 1)]
    [InlineData("returned-postfix-delay.eml", DsnNotify.Failure, 0)]
    [InlineData("returned-postfix-success.eml", DsnNotify.Unspecified, 0)]
    [InlineData("returned-postfix-success.eml", DsnNotify.Success, 1)]
    public async Task Tells_what_the_sender_asked_for(string file, DsnNotify notify, int told)
    {
        await using var desk = new BounceDesk(notify: notify);

        await desk.TakeAsync(file);

        Assert.Equal(told, desk.Told.Count);
    }

    [Theory]
    [InlineData("returned-microsoft-block.eml")]
    [InlineData("returned-qmail-remote.eml")]
    [InlineData("returned-forward-blocked.eml")]
    [InlineData("returned-au-full.eml")]
    [InlineData("returned-postfix-expired.eml")]
    public async Task Suppresses_nobody_for_reputation_or_what_passes(string file)
    {
        await using var desk = new BounceDesk();

        await desk.TakeAsync(file);

        Assert.Single(desk.Bounces);
        Assert.Equal(0, desk.Suppressed.Count);
    }

    [Fact]
    public async Task Takes_nothing_that_could_not_be_kept()
    {
        await using var desk = new BounceDesk { IsFull = true };

        Assert.Equal(451, (await desk.TakeAsync("returned-postfix.eml")).Code);
        Assert.Equal((0, 0), (desk.Suppressed.Count, desk.Bounces.Count));

        desk.IsFull = false;
        Assert.Equal(250, (await desk.TakeAsync("returned-postfix.eml")).Code);
        Assert.Single(desk.Told);
    }

    [Fact]
    public async Task Knows_a_message_that_is_still_queued_for_others()
    {
        await using var desk = new BounceDesk(isKnown: false);
        await desk.TakeAsync("returned-postfix.eml");
        Assert.Empty(desk.Told);

        desk.Queued = SampleNotices.Message("b@rp.example.com", new QueuedRecipient("b@example.net")).Envelope with { VerpDomain = "rp.example.com", OriginalSender = "shop@example.com" };
        await desk.TakeAsync("returned-postfix.eml");
        Assert.Single(desk.Told);
    }

    [Fact]
    public async Task A_bounce_can_only_suppress_whom_the_message_went_to()
    {
        await using var desk = new BounceDesk("c@example.org");

        await desk.TakeAsync("returned-postfix.eml");

        Assert.Equal("c@example.org", Assert.Single(await desk.Suppressed.ListAsync(_ => true, 10)).Address);
    }

    [Fact]
    public async Task A_complaint_without_our_return_path_suppresses_nobody()
    {
        await using var desk = new BounceDesk();
        var forged = Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(Cases.Message("returned-complaint.eml")).Replace("RETURNPATH", "b+29-0000000000000000000@rp.example.com", StringComparison.Ordinal));

        Assert.Equal(250, (await desk.TakeAsync(forged, to: "fbl@rp.example.com")).Code);

        Assert.Null(Assert.Single(desk.Complaints).Entry);
        Assert.Equal(0, desk.Suppressed.Count);
    }

    [Fact]
    public async Task Complaints_may_come_to_the_return_path_too()
    {
        await using var desk = new BounceDesk(isBulk: false);

        await desk.TakeAsync("returned-complaint-redacted.eml");

        Assert.Equal(SuppressionScope.AuthorDomain, Assert.Single(await desk.Suppressed.ListAsync(_ => true, 10)).Scope);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    [InlineData("\0\0\0\r\n\r\n\0")]
    [InlineData("Content-Type: multipart/report; boundary=\"\"\r\n\r\n--\r\n\r\n----")]
    [InlineData("Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n")]
    [InlineData("Content-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822;\r\nAction: failed\r\n")]
    [InlineData("X-Failed-Recipients: ,,,\r\n\r\n")]
    [InlineData("Content-Type: text/plain; charset=utf-7\r\nX-Failed-Recipients: a@b.example\r\n\r\n+AAA\r\n")]
    public async Task Whatever_comes_is_answered(string message)
    {
        await using var desk = new BounceDesk();

        Assert.InRange((await desk.TakeAsync(Encoding.Latin1.GetBytes(message))).Code, 250, 550);
    }

    [Fact]
    public async Task A_message_of_parts_within_parts_is_answered()
    {
        await using var desk = new BounceDesk();
        var message = new StringBuilder();
        for (var i = 0; i < 3000; i++) message.Append($"Content-Type: multipart/report; boundary=b{i}\r\n\r\n--b{i}\r\n");

        Assert.Equal(250, (await desk.TakeAsync(Encoding.ASCII.GetBytes(message.ToString()))).Code);
    }

    [Fact]
    public async Task A_bounce_of_a_million_recipients_is_cut()
    {
        await using var desk = new BounceDesk();
        var message = new StringBuilder("Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\n");
        for (var i = 0; i < 20_000; i++) message.Append($"Final-Recipient: rfc822; x{i}@example.net\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 {new string('x', 50)}\r\n\r\n");

        Assert.Equal(250, (await desk.TakeAsync(Encoding.ASCII.GetBytes(message.ToString()))).Code);
        Assert.Equal("b@example.net", Assert.Single(await desk.Suppressed.ListAsync(_ => true, 10)).Address);
    }

    [Fact]
    public async Task A_reply_cannot_write_into_the_notice()
    {
        await using var desk = new BounceDesk();
        var message = "Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            + "Final-Recipient: rfc822; b@example.net\r\nAction: failed\r\nStatus: 5.1.1=0D=0ABcc: x@example.org\r\nDiagnostic-Code: smtp; 550 5.1.1 no=0D=0A =0D=0AAction: delivered=00\r\nRemote-MTA: dns; a=0D=0A b\r\n--b--\r\n";

        await desk.TakeAsync(Encoding.ASCII.GetBytes(message));

        var parsed = MimeMessage.Load(new MemoryStream(Assert.Single(desk.Told).Content.ToArray()));
        Assert.Empty(parsed.Bcc);
        var report = Assert.IsType<MultipartReport>(parsed.Body);
        Assert.Equal(3, report.Count);
        var status = Assert.IsType<MessageDeliveryStatus>(report[1]).StatusGroups;
        Assert.Equal(("failed", 2), (status[1]["Action"], status.Count));
    }

    [Fact]
    public async Task A_bounce_for_several_return_paths_is_refused()
    {
        await using var desk = new BounceDesk();
        Assert.True(Todoku.Smtp.Envelopes.MailboxParser.TryParse(Encoding.ASCII.GetBytes(desk.ReturnPath), out var path));

        var reply = await desk.Receiver.TakeAsync([path!, path!], null, Cases.Message("returned-postfix.eml"), CancellationToken.None);

        Assert.Equal(550, reply.Code);
        Assert.Empty(desk.Bounces);
    }
}
