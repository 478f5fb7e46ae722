using System.Text.Json;

namespace Todoku.Scenarios.Relay;

/// <summary>A provider refuses the relay's first address for its reputation.</summary>
public sealed class RerouteTests
{
    // Google's words; the address is one of documentation.
    private const string LowReputation =
        "550-5.7.1 [203.0.113.1      18] Gmail has detected that this message is likely\n550-5.7.1 suspicious due to the very low reputation of the sending IP address.\n"
        + "550-5.7.1 To best protect our users from spam, the message has been blocked. For\n550-5.7.1 more information, go to\n"
        + "550 5.7.1  https://support.google.com/mail/answer/188131 a1-20020a0000000000b00000000000000si1234567.89 - gsmtp";

    private const string Paths = $"""
        [[path]]
        name = "first"
        kind = "direct"
        ipv4 = "{Internet.First}"
        ipv6 = "none"
        [[path]]
        name = "second"
        kind = "direct"
        ipv4 = "{Internet.Second}"
        ipv6 = "none"
        """;

    private static readonly Dictionary<string, string> Zones = new(StringComparer.Ordinal)
    {
        ["gmail.com"] = "@ MX 5 gmail-smtp-in.l.google.com.",
        ["l.google.com"] = $"gmail-smtp-in A {Internet.Receiver}",
        ["customer.example"] = $"@ TXT \"v=spf1 ip4:{Internet.First} ip4:{Internet.Second} -all\"",
    };

    [Fact(Timeout = Internet.Patience)]
    public async Task The_same_message_goes_by_the_second_address_and_the_block_outlives_a_restart()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var internet = await Internet.StartAsync(Zones, ct);
        var google = await new MailSink(internet.Folder, "gmail-smtp-in.l.google.com").StartAsync(internet.Network, Internet.Receiver, ct);
        await google.RefuseAsync("data", Internet.First, LowReputation, ct);
        await using var relay = await internet.RelayAsync(Paths, ct);

        await SendAsync(relay, 0, ct);
        Assert.Equal(Internet.Second, (await google.WaitAsync(1, ct))[0].Peer);
        await relay.WaitForLogAsync("is suspended until", 1, ct);
        Assert.Equal(0, await relay.StopAsync(ct));
        await relay.RestartAsync(ct);
        await SendAsync(relay, 1, ct);
        var kept = await google.WaitAsync(2, ct);

        Assert.Equal(["0", "1"], kept.Select(mail => mail.Field("Subject")));
        Assert.All(kept, mail => Assert.Equal((Internet.Second, "form@customer.example"), (mail.Peer, mail.Sender)));
        var refused = Assert.Single(relay.Log(), line => line.TryGetProperty("action", out var action) && action.GetString() == "next-path");
        Assert.Equal(("ip-reputation", "first", "google"), (refused.GetProperty("cause").GetString(), refused.GetProperty("path").GetString(), refused.GetProperty("provider").GetString()));
        Assert.Contains("Gmail has detected that this message is likely", relay.Log("is suspended until")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        // Nobody is told of what arrived.
        Assert.Empty(relay.Log("from=<>"));
    }

    [Fact(Timeout = Internet.Patience)]
    public async Task Diagnose_reads_the_log_and_finds_the_cause()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var internet = await Internet.StartAsync(Zones, ct);
        var google = await new MailSink(internet.Folder, "gmail-smtp-in.l.google.com").StartAsync(internet.Network, Internet.Receiver, ct);
        var shop = await new MailSink(internet.Folder, "mx.other.example").StartAsync(internet.Network, Internet.OtherReceiver, ct);
        await google.RefuseAsync("data", "*", LowReputation, ct);
        await using var relay = await internet.RelayAsync("", ct);

        for (var i = 0; i < 20; i++) await SendAsync(relay, i, ct, $"user{i}@gmail.com", $"user{i}@other.example");
        await shop.WaitAsync(20, ct);
        await relay.WaitForLogAsync("status=deferred", 1, ct);
        await relay.StopAsync(ct);
        var (status, output, errors) = await TodokuCommand.RunAsync(ct, "diagnose", "--offline", "--json", relay.LogPath);

        Assert.True(status == 1, $"{status}: {errors}{output}");
        using var json = JsonDocument.Parse(output);
        var share = json.RootElement.GetProperty("understood").GetProperty("share").GetDouble();
        Assert.True(share >= 0.999, $"{share}: {json.RootElement.GetProperty("understood")}");
        var finding = json.RootElement.GetProperty("findings")[0];
        Assert.Equal(("google", "ip-reputation"), (finding.GetProperty("provider").GetString(), finding.GetProperty("cause").GetString()));
        Assert.Equal("customer.example", finding.GetProperty("identity").GetProperty("envelope_domain").GetString());
        var delivered = json.RootElement.GetProperty("providers").EnumerateArray().Single(provider => provider.GetProperty("provider").GetString() == "other.example");
        Assert.Equal(20, delivered.GetProperty("delivered").GetInt32());
    }

    private static async Task SendAsync(RelayServer relay, int number, CancellationToken ct, params string[] recipients)
    {
        if (recipients.Length == 0) recipients = [$"user{number}@gmail.com"];
        var sent = await relay.SendmailAsync($"From: form@customer.example\nTo: {string.Join(", ", recipients)}\nSubject: {number}\n\nhello\n", ct, ["-f", "form@customer.example", "-t"]);
        Assert.Equal((0, ""), (sent.Status, sent.Errors));
    }
}
