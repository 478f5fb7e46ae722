using System.Text;
using Todoku.Logs.Pasted;
using Todoku.Mail;

namespace Todoku.Logs.Tests.Pasted;

public sealed class PastedReplyReaderTests
{
    private const string Delivery =
        "to=<user@shop.example>, relay=mx.google.com[192.0.2.5]:25, delay=1, delays=0/0/1/0, dsn=5.7.1, status=bounced "
        + "(host mx.google.com[192.0.2.5] said: 550-5.7.1 [203.0.113.9 18] low reputation 550 5.7.1 go away (in reply to end of DATA command))";

    [Theory]
    [InlineData("Sep 29 08:40:57 dev1 postfix/smtp[14105]: 15C904A3824: " + Delivery)]
    [InlineData("2026-05-16T10:02:11.123456+09:00 dev1 postfix-out/smtp[14105]: 15C904A3824: " + Delivery)]
    [InlineData("15C904A3824: " + Delivery)]
    [InlineData(Delivery)]
    [InlineData("  \"" + Delivery + "\"\n")]
    public void Reads_a_log_line_whole_or_without_its_beginning(string text)
    {
        var pasted = new PastedReplyReader().Read(Encoding.UTF8.GetBytes(text));

        Assert.Equal("550-5.7.1 [203.0.113.9 18] low reputation 550 5.7.1 go away", Encoding.UTF8.GetString(pasted.Reply));
        Assert.Equal(SmtpStage.EndOfData, pasted.Stage);
        Assert.Equal("mx.google.com", Encoding.UTF8.GetString(pasted.RelayHost));
        Assert.Equal("user@shop.example", Encoding.UTF8.GetString(pasted.Recipient));
        Assert.Equal(DeliveryStatus.Bounced, pasted.Status);
        Assert.False(pasted.IsLocal);
    }

    [Theory]
    [InlineData("host mx.example.jp[192.0.2.7] said: 550 5.1.1 no such user (in reply to RCPT TO command)", "550 5.1.1 no such user", SmtpStage.RcptTo, "mx.example.jp", false)]
    [InlineData("host mx.example.jp[192.0.2.7] refused to talk to me: 421 busy", "421 busy", SmtpStage.Banner, "mx.example.jp", false)]
    [InlineData("Dec  2 09:38:10 v1 postfix/smtp[1]: CFED4217CF: host mx.gmx.net[192.0.2.7] refused to talk to me: 554 Bad DNS PTR", "554 Bad DNS PTR", SmtpStage.Banner, "mx.gmx.net", false)]
    [InlineData("550 5.1.1 no such user (in reply to RCPT TO command)", "550 5.1.1 no such user", SmtpStage.RcptTo, "", false)]
    [InlineData("550 5.7.1 blocked: status=bad", "550 5.7.1 blocked: status=bad", SmtpStage.Unknown, "", false)]
    [InlineData("connect to mx.example.jp[192.0.2.7]:25: Connection timed out", "connect to mx.example.jp[192.0.2.7]:25: Connection timed out", SmtpStage.Connect, "mx.example.jp", true)]
    [InlineData("ユーザーが見つかりません。", "ユーザーが見つかりません。", SmtpStage.Unknown, "", false)]
    [InlineData("", "", SmtpStage.Unknown, "", false)]
    public void Reads_what_stands_in_a_log_line(string text, string reply, SmtpStage stage, string relay, bool isLocal)
    {
        var pasted = new PastedReplyReader().Read(Encoding.UTF8.GetBytes(text));

        Assert.Equal(reply, Encoding.UTF8.GetString(pasted.Reply));
        Assert.Equal(stage, pasted.Stage);
        Assert.Equal(relay, Encoding.UTF8.GetString(pasted.RelayHost));
        Assert.Equal(isLocal, pasted.IsLocal);
        Assert.Null(pasted.Status);
    }

    [Fact]
    public void Cuts_what_is_too_long_and_takes_line_breaks_for_spaces()
    {
        var reader = new PastedReplyReader();
        var endless = new byte[200_000];
        endless.AsSpan().Fill((byte)'x');

        Assert.Equal(PastedReplyReader.MaxLength, reader.Read(endless).Reply.Length);
        Assert.Equal(DeliveryStatus.Bounced, reader.Read(Encoding.UTF8.GetBytes("Sep 29 08:40:57 dev1 postfix/smtp[14105]: 15C904A3824:\n" + Delivery)).Status);
    }

    [Fact]
    public void Takes_the_receivers_words_out_of_a_line_of_Sendmail()
    {
        var pasted = new PastedReplyReader().Read(
            "Jun  3 10:40:57 mail sm-mta[1]: 5531: to=<a@gmail.com>, mailer=esmtp, relay=mx.google.com. [192.0.2.5], dsn=5.7.1, reply=550 5.7.1 go, away, stat=Service unavailable"u8);

        Assert.Equal("550 5.7.1 go, away", Encoding.UTF8.GetString(pasted.Reply));
        Assert.Equal("mx.google.com", Encoding.UTF8.GetString(pasted.RelayHost));
    }
}
