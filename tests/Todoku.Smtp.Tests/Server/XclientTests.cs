using System.Net;
using Todoku.Smtp.Server;

namespace Todoku.Smtp.Tests.Server;

/// <summary>XCLIENT: named hosts speak for others, and then have the others' rights.</summary>
public sealed class XclientTests
{
    private static readonly SmtpServerOptions Options = Dialogue.Options(SmtpListenerRole.TrustedNetworks) with
    {
        XclientNetworks = [new(IPAddress.Parse("192.0.2.1"), 32)],
        TrustedNetworks = [new(IPAddress.Parse("192.0.2.0"), 24), new(IPAddress.Parse("2001:db8::"), 32)],
    };

    [Fact]
    public void The_client_is_who_the_proxy_says()
    {
        using var dialogue = Dialogue.Begun(Options);
        Assert.Contains("XCLIENT NAME ADDR PORT PROTO HELO LOGIN", dialogue.Ask("EHLO proxy.example"), StringComparison.Ordinal);

        Assert.Equal([220], dialogue.Codes("XCLIENT ADDR=198.51.100.7 NAME=mail+2Dx.example PORT=4711 HELO=x PROTO=ESMTP\r\n"));

        Assert.Equal((IPAddress.Parse("198.51.100.7"), 4711, "mail-x.example"), (dialogue.Session.Client.Address, dialogue.Session.Client.Port, dialogue.Session.Client.HostName));
        Assert.Equal([503, 250, 250, 554], dialogue.Codes("MAIL FROM:<>\r\nEHLO client.example\r\nMAIL FROM:<>\r\nRCPT TO:<a@remote.example>\r\n"));
    }

    [Theory]
    [InlineData("ADDR=IPV6:2001:db8::9", 250)]
    [InlineData("ADDR=192.0.2.77", 250)]
    [InlineData("ADDR=::ffff:198.51.100.7", 554)]
    [InlineData("ADDR=[UNAVAILABLE]", 554)]
    [InlineData("ADDR=198.51.100.7 LOGIN=someone", 250)]
    public void Rights_follow_the_address(string attributes, int code)
    {
        using var dialogue = Dialogue.Begun(Options);

        Assert.Equal([220, 250, 250, code], dialogue.Codes($"XCLIENT {attributes}\r\nEHLO client.example\r\nMAIL FROM:<>\r\nRCPT TO:<a@remote.example>\r\n"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ADDR")]
    [InlineData("ADDR=")]
    [InlineData("ADDR=x")]
    [InlineData("PORT=70000")]
    [InlineData("BOGUS=1")]
    [InlineData("NAME=a+0Db")]
    public void Refuses_wrong_attributes(string attributes)
    {
        using var dialogue = Dialogue.Begun(Options);

        Assert.Equal([501], dialogue.Codes($"XCLIENT {attributes}\r\n"));
        Assert.Equal(IPAddress.Parse("192.0.2.1"), dialogue.Session.Client.Address);
    }

    [Fact]
    public void Has_no_place_in_a_transaction_and_is_nobody_elses()
    {
        using var dialogue = Dialogue.Begun(Options).Recipient();
        Assert.Equal([503], dialogue.Codes("XCLIENT ADDR=192.0.2.9\r\n"));
        using var other = Dialogue.Begun(Options, new PipeConnection("192.0.2.2"));
        Assert.Equal([502], other.Codes("XCLIENT ADDR=192.0.2.9\r\n"));
    }
}
