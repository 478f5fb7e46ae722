using System.Net;
using Todoku.Smtp.Envelopes;
using Todoku.Smtp.Server;
using Todoku.Smtp.Server.Receiving;

namespace Todoku.Smtp.Tests.Server;

/// <summary>The Received field (RFC 5321, section 4.4).</summary>
public sealed class ReceivedFieldTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 4, 8, 5, 6, TimeSpan.FromHours(9));

    private static readonly SmtpClientInfo Client = new() { SessionId = "1", Address = IPAddress.Parse("192.0.2.1"), LocalEndPoint = new IPEndPoint(IPAddress.Loopback, 25), HelloName = "web.example" };

    [Fact]
    public void Says_who_how_and_when()
    {
        using var dialogue = Dialogue.Begun();
        dialogue.Tell("MAIL FROM:<>\r\nRCPT TO:<user@local.test>\r\nDATA\r\n.\r\n");
        var envelope = dialogue.Receiver.Committed[0].Envelope;

        Assert.Equal(
            "Received: from web.example ([192.0.2.1])\r\n\tby mx.example with SMTP id Q1\r\n\tfor <user@local.test>;\r\n\tWed, 4 Nov 2026 08:05:06 +0900\r\n",
            ReceivedField.Format(Client, envelope, "mx.example", "Q1", Time));
        Assert.Equal(
            "Received: from web.example (h.example [IPv6:2001:db8::1])\r\n\t(using TLS1.3 with TLS_X)\r\n\tby mx.example with ESMTPSA id Q1;\r\n\tWed, 4 Nov 2026 08:05:06 +0900\r\n",
            ReceivedField.Format(
                Client with { IsExtended = true, User = "u", Tls = new TlsDetails("TLS1.3", "TLS_X"), HostName = "h.example", Address = IPAddress.Parse("2001:db8::1") },
                new Envelope(null, MailParameters.None), "mx.example", "Q1", Time));
    }

    [Fact]
    public void Names_the_user_of_this_machine_by_number() => Assert.Equal(
        "Received: by mx.example (Todoku, from userid 33)\r\n\tid Q1;\r\n\tWed, 4 Nov 2026 08:05:06 +0900\r\n",
        ReceivedField.Format(Client with { LocalUserId = 33 }, new Envelope(null, MailParameters.None), "mx.example", "Q1", Time));

    [Theory]
    [InlineData("x(comment")]
    [InlineData("a;b")]
    [InlineData("<script>")]
    public void Does_not_repeat_a_hello_that_is_no_name(string hello) =>
        Assert.StartsWith("Received: from [192.0.2.1] ([192.0.2.1])", ReceivedField.Format(Client with { HelloName = hello }, new Envelope(null, MailParameters.None), "mx.example", "Q1", Time), StringComparison.Ordinal);

    [Theory]
    [InlineData(false, false, false, false, "SMTP")]
    [InlineData(true, false, false, false, "ESMTP")]
    [InlineData(true, true, false, false, "ESMTPS")]
    [InlineData(true, false, true, false, "ESMTPA")]
    [InlineData(true, true, true, true, "UTF8SMTPSA")]
    public void Names_the_protocol(bool isExtended, bool hasTls, bool hasUser, bool isInternational, string name) => Assert.Equal(
        name, (Client with { IsExtended = isExtended, Tls = hasTls ? new TlsDetails("TLS1.2", "x") : null, User = hasUser ? "u" : null }).Protocol(isInternational));
}
