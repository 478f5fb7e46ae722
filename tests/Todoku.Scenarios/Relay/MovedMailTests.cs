using System.Text.Json;

namespace Todoku.Scenarios.Relay;

/// <summary>A real Postfix is refused by Google for its address; then its mail goes by the relay, and the two logs are read together.</summary>
public sealed class MovedMailTests
{
    private const int Mails = 6;

    private const string LowReputation =
        "550-5.7.1 [198.51.100.10      18] Gmail has detected that this message is likely\n550-5.7.1 suspicious due to the very low reputation of the sending IP address.\n"
        + "550 5.7.1  https://support.google.com/mail/answer/188131 a1-20020a0000000000b00000000000000si1234567.89 - gsmtp";

    private static readonly Dictionary<string, string> Zones = new(StringComparer.Ordinal)
    {
        ["gmail.com"] = "@ MX 5 gmail-smtp-in.l.google.com.",
        ["l.google.com"] = $"gmail-smtp-in A {Internet.OtherReceiver}",
    };

    [Fact(Timeout = Internet.Patience)]
    public async Task What_the_relay_delivers_closes_what_the_host_was_refused_for()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var internet = await Internet.StartAsync(Zones, ct);
        if ((Neighbour.Missing("postfix") ?? (File.Exists("/usr/bin/swaks") ? null : "needs swaks (apt-get install swaks)")) is { } missing)
        {
            if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(missing);
            Assert.Skip(missing);
        }
        var google = await new MailSink(internet.Folder, "gmail-smtp-in.l.google.com").StartAsync(internet.Network, Internet.OtherReceiver, ct);
        await google.RefuseAsync("data", Internet.Receiver, LowReputation, ct);
        await using var relay = await internet.RelayAsync($"""
            [[path]]
            name = "out"
            kind = "direct"
            ipv4 = "{Internet.First}"
            ipv6 = "none"
            """, ct);
        await using var postfix = await Neighbour.StartAsync(internet, "postfix", ct);
        var log = Path.Combine(internet.Folder, "postfix", "log", "mail.log");

        await ConfigureAsync(internet, $"relayhost = [{Internet.OtherReceiver}]:25", ct);
        await SendAsync(internet, ct);
        await WaitAsync(log, "status=bounced", Mails, ct);
        using (var before = await DiagnoseAsync(log, relay.LogPath, ct)) Assert.Equal("google ip-reputation True", Assert.Single(Findings(before)));

        await ConfigureAsync(internet, "relayhost = [127.0.0.1]:25", ct);
        await SendAsync(internet, ct);
        await google.WaitAsync(Mails, ct);
        await relay.WaitForLogAsync("status=sent", Mails, ct);
        using var after = await DiagnoseAsync(log, relay.LogPath, ct);

        Assert.Equal("google ip-reputation False", Assert.Single(Findings(after)));
        Assert.Equal("nothing-to-do", after.RootElement.GetProperty("verdict").GetString());
        var recovery = after.RootElement.GetProperty("findings")[0].GetProperty("recovery");
        Assert.Equal((Mails, Mails, RelayServer.HostName), (recovery.GetProperty("delivered").GetInt32(), recovery.GetProperty("relayed").GetInt32(), recovery.GetProperty("relay").GetString()));
    }

    private static IEnumerable<string> Findings(JsonDocument json) =>
        json.RootElement.GetProperty("findings").EnumerateArray().Select(one => $"{one.GetProperty("provider").GetString()} {one.GetProperty("kind").GetString()} {one.GetProperty("current").GetBoolean()}");

    private static async Task<JsonDocument> DiagnoseAsync(string log, string relayLog, CancellationToken ct)
    {
        var (_, output, errors) = await TodokuCommand.RunAsync(ct, "diagnose", log, relayLog, "--offline", "--json", "--time-zone", TimeZoneInfo.Local.Id);
        Assert.True(output.StartsWith('{'), errors);
        return JsonDocument.Parse(output);
    }

    private static async Task ConfigureAsync(Internet internet, string setting, CancellationToken ct)
    {
        var etc = Path.Combine(internet.Folder, "postfix", "etc");
        foreach (var command in new[] { $"postconf -c {etc} -e 'transport_maps =' '{setting}'", $"postfix -c {etc} reload" })
        {
            var (status, output, errors) = await internet.Network.RunAsync("", "/bin/sh", ["-c", command], ct);
            Assert.True(status == 0, output + errors);
        }
    }

    private static async Task SendAsync(Internet internet, CancellationToken ct)
    {
        for (var i = 0; i < Mails; i++)
        {
            string[] swaks = ["--server", Internet.Receiver, "--local-interface", Internet.Receiver, "--helo", "web1.example", "--from", "form@customer.example", "--to", $"user{i}@gmail.com", "--hide-all"];
            var asked = await internet.Network.RunAsync("", "/usr/bin/swaks", swaks, ct);
            Assert.True(asked.Status == 0, $"swaks: {asked.Output}{asked.Errors}");
        }
    }

    private static async Task WaitAsync(string log, string words, int count, CancellationToken ct)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!File.Exists(log) || File.ReadLines(log).Count(line => line.Contains(words, StringComparison.Ordinal)) < count) await ticks.WaitForNextTickAsync(ct);
    }
}
