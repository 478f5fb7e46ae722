using System.Text.Json;

namespace Todoku.Scenarios;

/// <summary>A real Postfix sends to receivers that refuse as the big ones do; todoku reads what Postfix wrote.</summary>
public sealed class RealPostfixTests
{
    private const string LowReputation =
        "550-5.7.1 [192.0.2.18      18] Gmail has detected that this message is likely\n550-5.7.1 suspicious due to the very low reputation of the sending IP address.\n"
        + "550-5.7.1 To best protect our users from spam, the message has been blocked. For\n550-5.7.1 more information, go to\n"
        + "550 5.7.1  https://support.google.com/mail/answer/188131 a1-20020a0000000000b00000000000000si1234567.89 - gsmtp";

    [Fact]
    public async Task Names_the_provider_and_the_cause_from_a_real_log()
    {
        Require();
        var ct = TestContext.Current.CancellationToken;
        await using var google = new ScriptedSmtpServer((verb, _) => verb == "." ? LowReputation : null);
        await using var other = new ScriptedSmtpServer((verb, line) =>
            verb == "RCPT" && line.Contains("gone", StringComparison.Ordinal) ? "550 5.1.1 <gone@shop.example>: Recipient address rejected: User unknown in virtual mailbox table" : null);
        var receivers = new Dictionary<string, (string, int)>(StringComparer.Ordinal)
        {
            ["gmail.com"] = ("gmail-smtp-in.l.google.com", google.Port),
            ["school.example"] = ("aspmx.l.google.com", google.Port),
            ["shop.example"] = ("mx.shop.example", other.Port),
        };
        await using var postfix = await PostfixServer.StartAsync(receivers, "", ct);

        for (var i = 0; i < 3; i++)
        {
            await MailSubmitter.SendAsync(postfix.Port, "form@customer.example", [$"a{i}@gmail.com", $"b{i}@school.example", $"c{i}@shop.example"], ct);
        }
        await MailSubmitter.SendAsync(postfix.Port, "form@customer.example", ["gone@shop.example"], ct);
        await postfix.WaitForLogAsync("status=bounced (host ", 7, ct);
        await postfix.WaitForLogAsync("status=sent", 3, ct);

        var (status, output, _) = await TodokuCommand.RunAsync(ct, "diagnose", "--offline", "--json", postfix.LogPath);

        using var json = JsonDocument.Parse(output);
        Assert.Equal(1, status);
        var understood = json.RootElement.GetProperty("understood");
        Assert.Equal(1.0, understood.GetProperty("share").GetDouble());
        var finding = json.RootElement.GetProperty("findings")[0];
        Assert.Equal("google", finding.GetProperty("provider").GetString());
        Assert.Equal("ip-reputation", finding.GetProperty("cause").GetString());
        Assert.Equal(6, finding.GetProperty("count").GetInt64());
        Assert.Equal("customer.example", finding.GetProperty("identity").GetProperty("envelope_domain").GetString());
        var shop = json.RootElement.GetProperty("providers").EnumerateArray().Single(provider => provider.GetProperty("provider").GetString() == "shop.example");
        Assert.Equal((4, 3, 1), (shop.GetProperty("attempts").GetInt32(), shop.GetProperty("delivered").GetInt32(), shop.GetProperty("bounced").GetInt32()));
    }

    [Fact]
    public async Task Counts_a_suspended_destination_by_what_suspended_it()
    {
        Require();
        var ct = TestContext.Current.CancellationToken;
        await using var yahoo = new ScriptedSmtpServer((verb, _) => verb == "CONNECT"
            ? "421 4.7.0 [TSS04] Messages from 192.0.2.18 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes"
            : null);
        var receivers = new Dictionary<string, (string, int)>(StringComparer.Ordinal) { ["yahoo.com"] = ("mta5.am0.yahoodns.net", yahoo.Port) };
        await using var postfix = await PostfixServer.StartAsync(receivers, "", ct);

        for (var i = 0; i < 4; i++) await MailSubmitter.SendAsync(postfix.Port, "news@customer.example", [$"a{i}@yahoo.com"], ct);
        await postfix.WaitForLogAsync("status=deferred", 4, ct);

        var (_, output, _) = await TodokuCommand.RunAsync(ct, "diagnose", "--offline", "--json", postfix.LogPath);

        using var json = JsonDocument.Parse(output);
        var finding = json.RootElement.GetProperty("findings")[0];
        Assert.Equal("yahoo", finding.GetProperty("provider").GetString());
        Assert.Equal("rate-limited", finding.GetProperty("cause").GetString());
        Assert.Equal(4, finding.GetProperty("recipients").GetInt64());
        Assert.InRange(json.RootElement.GetProperty("providers")[0].GetProperty("attempts").GetInt64(), 1, 4);
    }

    [Fact]
    public async Task Says_that_nothing_is_to_be_done_when_mail_arrives()
    {
        Require();
        var ct = TestContext.Current.CancellationToken;
        await using var receiver = new ScriptedSmtpServer((_, _) => null);
        var receivers = new Dictionary<string, (string, int)>(StringComparer.Ordinal) { ["shop.example"] = ("mx.shop.example", receiver.Port) };
        await using var postfix = await PostfixServer.StartAsync(receivers, "enable_long_queue_ids = yes", ct);

        for (var i = 0; i < 20; i++) await MailSubmitter.SendAsync(postfix.Port, "form@customer.example", [$"a{i}@shop.example"], ct);
        await postfix.WaitForLogAsync("status=sent", 20, ct);

        var (status, output, _) = await TodokuCommand.RunAsync(ct, "diagnose", "--offline", "--json", postfix.LogPath);

        using var json = JsonDocument.Parse(output);
        Assert.Equal(0, status);
        Assert.Empty(json.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal(20, json.RootElement.GetProperty("providers")[0].GetProperty("delivered").GetInt64());
    }

    // In CI all that is missing must have been installed, so that nothing is skipped there unnoticed.
    private static void Require()
    {
        if ((PostfixServer.Missing() ?? TodokuCommand.Missing()) is not { } missing) return;
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(missing);
        Assert.Skip(missing);
    }
}
