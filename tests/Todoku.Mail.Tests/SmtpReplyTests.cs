using System.Text;
using CsCheck;

namespace Todoku.Mail.Tests;

public sealed class SmtpReplyTests
{
    [Theory]
    [InlineData("550 5.1.1 User unknown", 550, "5.1.1", "User unknown")]
    [InlineData("550-5.7.26 one 550-5.7.26 two 550 5.7.26 three", 550, "5.7.26", "one two three")]
    [InlineData("550-5.7.1 one\r\n550-5.7.1 two\r\n550 5.7.1 three", 550, "5.7.1", "one two three")]
    [InlineData("550-one 550-two 550 three", 550, "", "one two three")]
    [InlineData("550-one\\n550-two\\n550 three", 550, "", "one two three")]
    [InlineData("550 5.7.1 one 550-5.7.1 two 550 5.7.1 three", 550, "5.7.1", "one two three")]
    [InlineData("550-5.7.1 one 550-5.7.25 two 550 5.7.25 three", 550, "5.7.1", "one two three")]
    [InlineData("550-one 550-5.7.1 two 550 5.7.1 three", 550, "5.7.1", "one two three")]
    [InlineData("554-gmx.net (mxgmx114) Nemesis ESMTP Service not available 554-No SMTP service 554 See http://x.example/", 554, "",
        "gmx.net (mxgmx114) Nemesis ESMTP Service not available No SMTP service See http://x.example/")]
    [InlineData("550-one 550 two, see error 550 here", 550, "", "one two, see error 550 here")]
    [InlineData("550 see error 550 here", 550, "", "see error 550 here")]
    [InlineData("550 5.1.1 see 550-551 there", 550, "5.1.1", "see 550-551 there")]
    [InlineData("550 5.1.1 5.1.1 <u@x.example>: gone", 550, "5.1.1", "<u@x.example>: gone")]
    [InlineData("550 550 5.1.1 gone", 550, "5.1.1", "gone")]
    [InlineData("550 #5.1.0 Address rejected.", 550, "5.1.0", "Address rejected.")]
    [InlineData("#5.1.1 gone", 0, "5.1.1", "gone")]
    [InlineData("4.7.32 This mail has been rate limited", 0, "4.7.32", "This mail has been rate limited")]
    [InlineData("550: 5.1.1 gone", 550, "5.1.1", "gone")]
    [InlineData("550 5.1.1: gone", 550, "5.1.1", "gone")]
    [InlineData("550 (5.1.1) gone", 550, "5.1.1", "gone")]
    [InlineData("550", 550, "", "")]
    [InlineData("550-", 550, "", "")]
    [InlineData("550 5.1.1", 550, "5.1.1", "")]
    [InlineData("", 0, "", "")]
    [InlineData("Sorry, no mailbox here by that name. (#5.1.1)", 0, "5.1.1", "Sorry, no mailbox here by that name. (#5.1.1)")]
    [InlineData("553 sorry, that domain isn't in my list (#5.7.1)", 553, "5.7.1", "sorry, that domain isn't in my list (#5.7.1)")]
    [InlineData("550 5.7.1.2 is an address", 550, "", "5.7.1.2 is an address")]
    [InlineData("192.0.2.1 does not like recipient.", 0, "", "192.0.2.1 does not like recipient.")]
    [InlineData("203.0.113.5 said no", 0, "", "203.0.113.5 said no")]
    [InlineData("  \t550 5.1.1   wide  text ", 550, "5.1.1", "wide  text")]
    [InlineData("5500 messages", 0, "", "5500 messages")]
    public void Joins_lines_and_takes_codes_off(string raw, int code, string status, string text) => Expect(raw, code, status, text);

    [Theory]
    [InlineData("smtp; 550 5.1.1 gone", 550, "5.1.1", "gone")]
    [InlineData("SMTP;550 5.1.1 gone", 550, "5.1.1", "gone")]
    [InlineData("X-Postfix; 550 5.1.1 gone", 550, "5.1.1", "gone")]
    [InlineData("#5.1.1 smtp; 550 gone", 550, "5.1.1", "gone")]
    [InlineData("#< #5.1.1 smtp; 550 5.1.2 gone>", 550, "5.1.2", "gone>")]
    [InlineData("<u@x.example>: 550 5.1.1 gone", 550, "5.1.1", "gone")]
    [InlineData("<u@x.example>... 550 5.1.1 gone", 550, "5.1.1", "gone")]
    [InlineData("<u@x.example>: Recipient address rejected", 0, "", "<u@x.example>: Recipient address rejected")]
    [InlineData("\"550 5.1.1 gone\"", 550, "5.1.1", "gone")]
    [InlineData("3/09/2026 7:58:27 PM - Remote Server at mx.example.net (10.1.1.3) returned '441 4.4.1 Error'", 441, "4.4.1", "Error'")]
    [InlineData("The response from the remote server was: 550 5.1.1 gone", 550, "5.1.1", "gone")]
    [InlineData("Connected to 192.0.2.1 but sender was rejected. Remote host said: 550 5.7.1 no", 550, "5.7.1", "no")]
    [InlineData("SASL authentication failed; server mx.example.net[192.0.2.1] said: 535 5.7.8 no", 0, "", "SASL authentication failed; server mx.example.net[192.0.2.1] said: 535 5.7.8 no")]
    [InlineData("550 5.1.1 gone (in reply to RCPT TO command)", 550, "5.1.1", "gone")]
    [InlineData("421 4.1.1 <u@x.example>: unverified address: host mx.x.example[192.0.2.1] said: 450 4.1.1 wait", 421, "4.1.1",
        "<u@x.example>: unverified address: host mx.x.example[192.0.2.1] said: 450 4.1.1 wait")]
    public void Takes_the_wrapping_off(string raw, int code, string status, string text) => Expect(raw, code, status, text);

    [Theory]
    [InlineData("host mx.example.net[192.0.2.1] said: 550 5.1.1 gone (in reply to RCPT TO command)", "mx.example.net", SmtpStage.RcptTo, "gone")]
    [InlineData("host mx.example.net[2001:db8::1]:25 said: 550-5.1.1 gone 550 5.1.1 away (in reply to end of DATA command)", "mx.example.net", SmtpStage.EndOfData, "gone away")]
    [InlineData("host mx.example.net[192.0.2.1] refused to talk to me: 554 5.7.1 no", "mx.example.net", SmtpStage.Banner, "no")]
    [InlineData("delivery temporarily suspended: host mx.example.net[192.0.2.1] refused to talk to me: 421 4.7.0 no", "mx.example.net", SmtpStage.Banner, "no")]
    [InlineData("SMTP error from remote mail server after RCPT TO:<u@x.example>: host mx.example.net [192.0.2.1]: 550 5.1.1 gone", "mx.example.net", SmtpStage.RcptTo, "gone")]
    [InlineData("H=mx.example.net [192.0.2.1]: SMTP error from remote mail server after end of data: 550 5.1.1 gone", "mx.example.net", SmtpStage.EndOfData, "gone")]
    [InlineData("SMTP error from remote mail server after initial connection: host mx.example.net [192.0.2.1]: 554 no", "mx.example.net", SmtpStage.Banner, "no")]
    [InlineData("SMTP error from remote mail server after pipelined MAIL FROM:<a@b.example> SIZE=1934: host mx.example.net [192.0.2.1]: 550 gone", "mx.example.net", SmtpStage.MailFrom, "gone")]
    [InlineData("connect to mx.example.net[192.0.2.1]:25: Connection timed out", "mx.example.net", SmtpStage.Unknown, "connect to mx.example.net[192.0.2.1]:25: Connection timed out")]
    [InlineData("Client host mail.example.org[192.0.2.1] blocked", "", SmtpStage.Unknown, "Client host mail.example.org[192.0.2.1] blocked")]
    [InlineData("lost connection with mx.example.net[192.0.2.1] while sending message body", "mx.example.net", SmtpStage.Unknown,
        "lost connection with mx.example.net[192.0.2.1] while sending message body")]
    public void Names_host_and_stage_of_the_wrapping(string raw, string host, SmtpStage stage, string text)
    {
        var reply = SmtpReply.Parse(Encoding.UTF8.GetBytes(raw), new byte[SmtpReply.MaxLength]);
        Assert.Equal((host, stage, text), (Encoding.UTF8.GetString(reply.Host), reply.Stage, Encoding.UTF8.GetString(reply.Text)));
    }

    [Fact]
    public void Reads_the_reply_out_of_a_whole_Postfix_line()
    {
        var line = "Sep 29 08:40:57 dev1 postfix/smtp[14105]: 15C904A3824: to=<user@example.com>, relay=mx.example.net[192.0.2.1]:25, delay=742, delays=652/0.02/90/0, "
            + "dsn=5.1.1, status=bounced (host mx.example.net[192.0.2.1] said: 550 no such user (a) (in reply to RCPT TO command))";
        var reply = SmtpReply.Parse(Encoding.UTF8.GetBytes(line), new byte[SmtpReply.MaxLength]);
        Assert.Equal("no such user (a)", Encoding.UTF8.GetString(reply.Text));
        Assert.Equal("mx.example.net", Encoding.UTF8.GetString(reply.Host));
        Assert.Equal("user@example.com", Encoding.UTF8.GetString(reply.Recipient));
        Assert.Equal((550, "5.1.1", SmtpStage.RcptTo), (reply.Code, reply.EnhancedStatus.ToString(), reply.Stage));
    }

    [Fact]
    public void Reads_the_reply_out_of_a_whole_sendmail_line()
    {
        var line = "sm-mta[123]: x: to=<user@example.com>, delay=00:00:01, mailer=esmtp, relay=mx.example.net. [192.0.2.1], dsn=5.1.1, stat=User unknown";
        var reply = SmtpReply.Parse(Encoding.UTF8.GetBytes(line), new byte[SmtpReply.MaxLength]);
        Assert.Equal("User unknown", Encoding.UTF8.GetString(reply.Text));
        Assert.Equal(("mx.example.net", "5.1.1"), (Encoding.UTF8.GetString(reply.Host), reply.EnhancedStatus.ToString()));
    }

    [Fact]
    public void Drops_what_is_past_the_limit()
    {
        var raw = new byte[10 << 20];
        raw.AsSpan().Fill((byte)'x');
        "550 5.1.1 "u8.CopyTo(raw);
        var reply = SmtpReply.Parse(raw, new byte[SmtpReply.MaxLength]);
        Assert.Equal(SmtpReply.MaxLength - 10, reply.Text.Length);
    }

    [Theory]
    [InlineData("421 4.7.0 wait", true, false)]
    [InlineData("550 4.7.0 odd", false, true)]
    [InlineData("4.7.0 wait", true, false)]
    [InlineData("5.7.0 no", false, true)]
    [InlineData("no", false, false)]
    public void Tells_for_now_from_for_good(string raw, bool transient, bool permanent)
    {
        var reply = SmtpReply.Parse(Encoding.UTF8.GetBytes(raw), new byte[SmtpReply.MaxLength]);
        Assert.Equal((transient, permanent), (reply.IsTransient, reply.IsPermanent));
    }

    [Fact]
    public void Takes_any_bytes() =>
        Gen.OneOf(Gen.Byte.Array[0, 300], Pieces).Sample(raw =>
        {
            var reply = SmtpReply.Parse(raw, new byte[SmtpReply.MaxLength]);
            return reply.Text.Length <= raw.Length && reply.Code is 0 or (>= 200 and <= 599);
        });

    // Random bytes hardly ever look like replies; these nearly do.
    private static readonly string[] Words =
    [
        "550", "-", " ", "5.1.1", "\n", "\\n", "<", ">", ": ", "smtp;", "#", "host a.b[", "] said: ", "refused to talk to me:", " status=", "(", ")", "to=", "relay=",
        "(in reply to ", "SMTP error from remote mail", "\"", "'", " returned '", "dsn=", "x", "あ",
    ];

    private static readonly Gen<byte[]> Pieces = Gen.Int[0, Words.Length - 1].Array[0, 24].Select(picks => Encoding.UTF8.GetBytes(string.Concat(picks.Select(pick => Words[pick]))));

    private static void Expect(string raw, int code, string status, string text)
    {
        var reply = SmtpReply.Parse(Encoding.UTF8.GetBytes(raw), new byte[SmtpReply.MaxLength]);
        Assert.Equal((code, status, text), (reply.Code, reply.EnhancedStatus.ToString(), Encoding.UTF8.GetString(reply.Text)));
    }
}
