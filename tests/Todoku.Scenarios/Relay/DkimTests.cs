using System.Text.Json;

namespace Todoku.Scenarios.Relay;

/// <summary>What the relay signs verifies with our own verifier and with those of others.</summary>
public sealed class DkimTests
{
    private const string Message = "From: 店 <form@customer.example>\nTo: a@shop.example\nSubject: =?UTF-8?B?44GT44KT44Gr44Gh44Gv?=\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
        + "Content-Transfer-Encoding: 8bit\n\nこんにちは  \n\n.dots\n..\n\n\n";

    [Fact(Timeout = Internet.Patience)]
    public async Task A_signature_verifies_elsewhere()
    {
        var ct = TestContext.Current.CancellationToken;
        if (Internet.Missing() is null) Require();
        var keys = Directory.CreateTempSubdirectory("todoku-keys-").FullName;
        var rsa = await KeyAsync(keys, "s1", "rsa", ct);
        var ed25519 = await KeyAsync(keys, "s2", "ed25519", ct);
        await using var internet = await Internet.StartAsync(new Dictionary<string, string> { ["customer.example"] = $"{rsa}\n{ed25519}" }, ct);
        var sink = await new MailSink(internet.Folder, "mx.shop.example").StartAsync(internet.Network, Internet.Receiver, ct);
        await using var relay = await internet.RelayAsync($"""
            [[sign]]
            domains = "customer.example"
            selector = "s1"
            key = "{keys}/s1.key"
            [[sign]]
            domains = "customer.example"
            selector = "s2"
            key = "{keys}/s2.key"
            """, ct);

        var sent = await relay.SendmailAsync(Message, ct, "-i", "-t", "-f", "form@customer.example");
        Assert.Equal((0, ""), (sent.Status, sent.Errors));
        var mail = Assert.Single(await sink.WaitAsync(1, ct));
        var file = Path.Combine(internet.Folder, "signed.eml");
        await File.WriteAllBytesAsync(file, System.Text.Encoding.Latin1.GetBytes(mail.Text), ct);

        var (status, output, _) = await internet.Network.TodokuAsync(null, ct, "dkim", "verify", file, "--resolver", Internet.Resolver, "--json");
        using var json = JsonDocument.Parse(output);
        Assert.Equal(0, status);
        Assert.Equal(["s1 pass", "s2 pass"], json.RootElement.GetProperty("signatures").EnumerateArray().Select(one => $"{one.GetProperty("selector").GetString()} {one.GetProperty("result").GetString()}").Order());
        // Both look DNS up as the machine's own programs do.
        var resolv = Path.Combine(internet.Folder, "resolv.conf");
        await File.WriteAllTextAsync(resolv, $"nameserver {Internet.Resolver}\n", ct);
        var python = await internet.Network.RunAsync("", "/usr/bin/unshare", ["--mount", "sh", "-c", $"mount --bind {resolv} /etc/resolv.conf && dkimverify < {file}"], ct);
        Assert.True(python.Output.Contains("signature ok", StringComparison.Ordinal), $"dkimverify: {python.Output}{python.Errors}");
        var opendkim = await internet.Network.RunAsync("", "/usr/bin/unshare", ["--mount", "sh", "-c", $"mount --bind {resolv} /etc/resolv.conf && opendkim-testmsg < {file}"], ct);
        Assert.True(opendkim is { Status: 0, Errors: "" }, $"opendkim-testmsg: {opendkim.Status} {opendkim.Output}{opendkim.Errors}");
        Directory.Delete(keys, recursive: true);
    }

    private static async Task<string> KeyAsync(string folder, string selector, string type, CancellationToken ct)
    {
        var (status, output, errors) = await TodokuCommand.RunAsync(ct, "dkim", "keygen", "--lang", "en", "--domain", "customer.example", "--selector", selector, "--type", type, "--out", Path.Combine(folder, $"{selector}.key"));
        Assert.True(status == 0, errors);
        var start = output.IndexOf($"{selector}._domainkey", StringComparison.Ordinal);
        return output[start..output.IndexOf("\n\n", start, StringComparison.Ordinal)];
    }

    // In CI all that is missing must have been installed, so that nothing is skipped there unnoticed.
    private static void Require()
    {
        string[] programs = ["/usr/bin/dkimverify", "/usr/sbin/opendkim-testmsg"];
        if (programs.FirstOrDefault(program => !File.Exists(program)) is not { } program) return;
        var missing = $"needs {program} (apt-get install python3-dkim opendkim-tools)";
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(missing);
        Assert.Skip(missing);
    }
}
