using Todoku.Mail.Messages.Notices;

namespace Todoku.Diagnosis.Tests.Messages;

public sealed class NoticeReaderTests
{
    private const string Qmail = """
        Return-Path: <>
        From: MAILER-DAEMON@mail.example.com
        To: a@example.com
        Subject: failure notice

        Hi. This is the qmail-send program at mail.example.com.
        I'm afraid I wasn't able to deliver your message to the following addresses.

        <b@example.net>:
        192.0.2.7 does not like recipient.
        Remote host said: 550 5.1.1 User unknown
        Giving up on 192.0.2.7.

        --- Below this line is a copy of the message.

        From: a@example.com
        Subject: x
        """;

    private const string Exim = """
        X-Failed-Recipients: b@example.net
        From: Mail Delivery System <Mailer-Daemon@mail.example.com>
        Subject: Mail delivery failed: returning message to sender

        This message was created automatically by mail delivery software.

          b@example.net
            host mx.example.net [192.0.2.8]
            SMTP error from remote mail server after RCPT TO:<b@example.net>:
            550 5.7.1 blocked using zen.spamhaus.org

        ------ This is a copy of the message, including all the headers. ------

        From: a@example.com
        """;

    [Theory]
    [InlineData("form-mail.eml", MessageKind.None)]
    [InlineData("newsletter.eml", MessageKind.None)]
    [InlineData("bounce-postfix.eml", MessageKind.Bounce)]
    [InlineData("bounce-exchange.eml", MessageKind.Bounce)]
    [InlineData("complaint.eml", MessageKind.Complaint)]
    [InlineData("spoof.eml", MessageKind.None)]
    public void Samples_are_recognised(string name, MessageKind kind) => Assert.Equal(kind, MessageWorld.Parse(SampleMessages.Read(name)).Notice.Kind);

    [Fact]
    public void A_bounce_of_Postfix_is_read()
    {
        var notice = MessageWorld.Parse(SampleMessages.Read("bounce-postfix.eml")).Notice;
        var recipient = Assert.Single(notice.Recipients);

        Assert.Equal(("yamada.taro@gmail.com", "failed", "5.7.26", "gmail-smtp-in.l.google.com"), (recipient.Address, recipient.Action, recipient.Status, recipient.RemoteHost));
        Assert.StartsWith("550-5.7.26 Your email has been blocked", recipient.Diagnostic, StringComparison.Ordinal);
        Assert.False(notice.IsReturnedWhole);
        Assert.StartsWith("Return-Path: <info@hanako-shop.example>", System.Text.Encoding.ASCII.GetString(notice.Returned.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Qmail, "Remote host said: 550 5.1.1 User unknown")]
    [InlineData(Exim, "550 5.7.1 blocked using zen.spamhaus.org")]
    public void Bounces_that_are_only_text_are_read(string text, string reply)
    {
        var notice = MessageWorld.Parse(text).Notice;

        Assert.Equal((MessageKind.Bounce, "b@example.net"), (notice.Kind, Assert.Single(notice.Recipients).Address));
        Assert.Contains(reply, notice.Recipients[0].Diagnostic, StringComparison.Ordinal);
        Assert.StartsWith("From: a@example.com", System.Text.Encoding.UTF8.GetString(notice.Returned.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied\n\nI am away.\n", MessageKind.AutoReply)]
    [InlineData("From: a@example.com\nSubject: returned mail: how was your stay\n\nx\n", MessageKind.None)]
    [InlineData("Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n\nFinal-Recipient: rfc822; a@b.example\nAction: delayed\nStatus: 4.4.1\n\n--b--\n", MessageKind.Delay)]
    [InlineData("Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n\nFinal-Recipient: rfc822; a@b.example\nAction: relayed\n\n--b--\n", MessageKind.Delivered)]
    public void Other_notices_are_told_apart(string text, MessageKind kind) => Assert.Equal(kind, MessageWorld.Parse(text).Notice.Kind);
}
