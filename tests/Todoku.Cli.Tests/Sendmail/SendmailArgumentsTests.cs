using Todoku.Cli.Sendmail;
using Todoku.Smtp.Envelopes;

namespace Todoku.Cli.Tests.Sendmail;

/// <summary>Command lines as programs write them.</summary>
public sealed class SendmailArgumentsTests
{
    [Theory]
    [InlineData("-t -i")] // PHP
    [InlineData("-ti")]
    [InlineData("-oi -t")]
    [InlineData("-it")]
    [InlineData("-t -oi -oem")]
    [InlineData("-i -t -odb -B8BITMIME")]
    [InlineData("-oem -oi -t -v -G")]
    [InlineData("-bm -it -O DeliveryMode=b -OErrorMode=q -L tag -X /tmp/log -d0-10.1")]
    public void Reads_recipients_and_ignores_dots(string line)
    {
        var send = Send(line);

        Assert.True(send.ReadsRecipients);
        Assert.True(send.IgnoresDots);
        Assert.Null(send.Sender);
        Assert.Empty(send.Recipients);
    }

    [Theory]
    [InlineData("-f bounce@x.example a@b.example")]
    [InlineData("-fbounce@x.example a@b.example")]
    [InlineData("-rbounce@x.example a@b.example")]
    [InlineData("-r bounce@x.example -- a@b.example")]
    [InlineData("a@b.example -f bounce@x.example")]
    [InlineData("-if bounce@x.example a@b.example")]
    [InlineData("-ifbounce@x.example a@b.example")]
    public void Takes_the_sender_wherever_it_stands(string line)
    {
        var send = Send(line);

        Assert.Equal("bounce@x.example", send.Sender);
        Assert.Equal(["a@b.example"], send.Recipients);
        Assert.False(send.ReadsRecipients);
    }

    [Fact]
    public void Takes_what_cron_and_mailx_say()
    {
        var cron = Assert.IsType<SendmailWish.Send>(SendmailArguments.Read(["-i", "-FCronDaemon", "-B8BITMIME", "-oem", "root"]));
        var mailx = Assert.IsType<SendmailWish.Send>(SendmailArguments.Read(["-oi", "-f", "", "-F", "A B", "--", "-odd@x.example"]));

        Assert.Equal(("CronDaemon", true), (cron.AuthorName, cron.IgnoresDots));
        Assert.Equal(["root"], cron.Recipients);
        Assert.Equal(("", "A B"), (mailx.Sender, mailx.AuthorName));
        Assert.Equal(["-odd@x.example"], mailx.Recipients);
    }

    [Fact]
    public void Takes_notices_and_places()
    {
        var send = Send("-N success,failure -R hdrs -V order-1 --config=/tmp/relay.toml a@b.example");

        Assert.Equal((DsnNotify.Success | DsnNotify.Failure, DsnReturn.Headers, "order-1", "/tmp/relay.toml"), (send.Notify, send.Return, send.EnvelopeId, send.Configuration));
        Assert.Equal("f", Send("-C f a@b.example").Configuration);
        Assert.Equal("f", Send("--config f a@b.example").Configuration);
    }

    [Theory]
    [InlineData("-bi")]
    [InlineData("-q")]
    [InlineData("-q30m")]
    [InlineData("-I")]
    public void Has_nothing_to_do(string line) => Assert.IsType<SendmailWish.Nothing>(Read(line));

    [Theory]
    [InlineData("-bs", "NotOffered { Mode = -bs }")]
    [InlineData("-bd", "NotOffered { Mode = -bd }")]
    [InlineData("-bp", "ListQueue { }")]
    [InlineData("-z a@b.example", "UnknownOption { Option = -z }")]
    [InlineData("-tz", "UnknownOption { Option = -z }")]
    [InlineData("--tls a@b.example", "UnknownOption { Option = --tls }")]
    [InlineData("a@b.example -f", "NoValue { Option = -f }")]
    [InlineData("-N never,success a@b.example", "WrongValue { Option = -N, Value = never,success }")]
    [InlineData("-R some a@b.example", "WrongValue { Option = -R, Value = some }")]
    public void Refuses_the_rest(string line, string expected) => Assert.Equal(expected, Read(line).ToString());

    [Theory]
    [InlineData("todoku", "sendmail -t", "-t")]
    [InlineData("todoku", "--lang ja sendmail -t", "-t")]
    [InlineData("todoku", "--lang=ja sendmail -t", "-t")]
    [InlineData("sendmail", "-t -i", "-t -i")]
    [InlineData("sendmail", "sendmail", "sendmail")]
    [InlineData("mailq", "", "-bp")]
    [InlineData("newaliases", "", "-bi")]
    [InlineData("todoku", "diagnose sendmail", null)]
    [InlineData("todoku", "sendmail --help", null)]
    [InlineData("todoku", "", null)]
    public void Is_called_by_name_or_as_a_verb(string program, string line, string? expected)
    {
        var arguments = SendmailCommand.ArgumentsOf(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), program);

        Assert.Equal(expected, arguments is null ? null : string.Join(' ', arguments));
    }

    private static SendmailWish Read(string line) => SendmailArguments.Read(line.Split(' '));

    private static SendmailWish.Send Send(string line) => Assert.IsType<SendmailWish.Send>(Read(line));
}
