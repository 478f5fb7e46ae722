using System.Net;
using Todoku.Sandbox.Sending;

namespace Todoku.Sandbox.Tests.Sending;

/// <summary>The stand-in for Postfix, against providers of a world.</summary>
public sealed class PostfixStandInTests
{
    private const string Tables = """
        [[host]]
        address = "192.0.2.10"
        name = "web1.hosting.example"
        from = "127.0.1.10"
        [[provider]]
        profile = "google"
        host = "mx.google.com"
        address = "127.0.2.1"
        domains = ["gmail.com"]
        [[provider]]
        profile = "plain"
        host = "mx.shop.example"
        address = "127.0.2.2"
        domains = ["shop.example"]
        """;

    [Fact]
    public async Task Writes_what_Postfix_would()
    {
        var folder = Directory.CreateTempSubdirectory("todoku-sandbox-").FullName;
        try
        {
            await using var world = await TestWorld.StartAsync(Tables);
            var log = Path.Combine(folder, "mail.log");
            var postfix = new PostfixStandIn(world.World, "web1.hosting.example", IPAddress.Parse("127.0.1.10"), world.Server.SmtpPort, log, TimeProvider.System);

            Assert.True(await postfix.SendAsync("apache", "info@shop.example", "From: a@customer.example\nSubject: x\n\nhello\n", CancellationToken.None));
            Assert.False(await postfix.SendAsync("apache", "a@gmail.com", "From: a@customer.example\n\nhello\n", CancellationToken.None));
            Assert.False(await postfix.SendAsync("apache", "a@nowhere.example", "From: a@customer.example\n\nhello\n", CancellationToken.None));
            postfix.Relay = new NextHop("relay.example", new IPEndPoint(IPAddress.Parse("127.0.2.9"), 1));
            Assert.False(await postfix.SendAsync("apache", "a@gmail.com", "From: a@customer.example\n\nhello\n", CancellationToken.None));

            var lines = await File.ReadAllLinesAsync(log);
            var port = world.Server.SmtpPort;
            Assert.Equal("2026-11-25T10:00:00.000000+09:00 web1 postfix/pickup[1201]: 0003F23F: uid=48 from=<apache>", lines[0]);
            Assert.Contains($"postfix/smtp[1207]: 0003F23F: to=<info@shop.example>, relay=mx.shop.example[127.0.2.2]:{port}, ", lines[3], StringComparison.Ordinal);
            Assert.EndsWith("dsn=2.2.0, status=sent (250 2.2.0 OK: kept in the sandbox)", lines[3], StringComparison.Ordinal);
            Assert.Contains("dsn=5.7.26, status=bounced (host mx.google.com[127.0.2.1] said: 550-5.7.26 This message does not pass authentication checks", lines[8], StringComparison.Ordinal);
            Assert.EndsWith("(in reply to end of DATA command))", lines[8], StringComparison.Ordinal);
            Assert.Contains("relay=none, ", lines[13], StringComparison.Ordinal);
            Assert.EndsWith("status=deferred (connect to relay.example[127.0.2.9]:1: Connection refused)", lines[18], StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
