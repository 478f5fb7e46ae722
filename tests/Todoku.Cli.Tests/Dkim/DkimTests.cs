using System.Text;
using System.Text.Json;

namespace Todoku.Cli.Tests.Dkim;

/// <summary>The verbs of <c>dkim</c> and <c>arc</c> together: a key is made, its record published in a zone file, a message signed, sealed and verified.</summary>
public sealed class DkimTests : IDisposable
{
    private const string Message = "From: a@example.com\r\nTo: b@example.net\r\nSubject: hello\r\n\r\nHello\r\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("rsa")]
    [InlineData("ed25519")]
    public void A_message_that_was_signed_verifies(string type)
    {
        var (key, zone) = MakeKey(type);
        var message = Sign(key);

        var verify = Run("dkim", "verify", message, "--zone", zone, "--resolver", "none", "--lang", "en");

        Assert.Equal(0, verify.Status);
        Assert.StartsWith("pass: the DKIM signature verifies.\n", verify.Output, StringComparison.Ordinal);
        Assert.Contains("it covers From, Subject, To", verify.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_added_is_shown_escaped_in_both_languages()
    {
        var (key, zone) = MakeKey("ed25519");
        var message = Sign(key);
        File.AppendAllText(message, "-- \r\nunsubscribe \x1b[31mhere\r\n");

        var english = Run("dkim", "verify", message, "--zone", zone, "--resolver", "none", "--lang", "en");
        var japanese = Run("dkim", "verify", message, "--zone", zone, "--resolver", "none", "--lang", "ja");

        Assert.Equal((1, 1), (english.Status, japanese.Status));
        Assert.Contains("Up to line 1 of the body all is as it was signed.", english.Output, StringComparison.Ordinal);
        Assert.Contains("│ unsubscribe \\x1b[31mhere", english.Output, StringComparison.Ordinal);
        Assert.Contains("本文の1行目までは署名時のままです。", japanese.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_says_result_reason_and_evidence()
    {
        var (key, zone) = MakeKey("ed25519");
        var message = Sign(key);
        File.AppendAllText(message, "footer\r\n");

        using var json = JsonDocument.Parse(Run("dkim", "verify", message, "--zone", zone, "--resolver", "none", "--json").Output);
        var signature = json.RootElement.GetProperty("signatures")[0];

        Assert.Equal("fail", json.RootElement.GetProperty("result").GetString());
        Assert.Equal("body_hash_mismatch", signature.GetProperty("reason").GetString());
        Assert.Equal("appended", signature.GetProperty("evidence").GetProperty("body").GetString());
        Assert.Equal(7, signature.GetProperty("evidence").GetProperty("body_offset").GetInt32());
    }

    [Fact]
    public void A_file_saved_on_Unix_is_verified_as_it_travelled()
    {
        var (key, zone) = MakeKey("ed25519");
        var message = Sign(key);
        File.WriteAllText(message, File.ReadAllText(message).Replace("\r\n", "\n", StringComparison.Ordinal));

        var verify = Run("dkim", "verify", message, "--zone", zone, "--resolver", "none", "--lang", "en");

        Assert.Equal(0, verify.Status);
        Assert.Contains("lines end in LF", verify.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_answers_every_line()
    {
        var (key, zone) = MakeKey("ed25519");
        var input = Encoding.UTF8.GetBytes($$"""
            {"id":1,"file":"{{Sign(key)}}","time":1779000000}
            {"id":2,"file":"{{_folder["none.eml"]}}"}
            {"id":3}
            """);
        var console = new TestConsole { Input = input };

        Assert.Equal(0, console.Run("dkim", "verify", "--batch", "--zone", zone, "--resolver", "none"));

        var lines = console.Output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal("pass", lines[0].GetProperty("result").GetString());
        Assert.True(lines[1].TryGetProperty("error", out _));
        Assert.True(lines[2].TryGetProperty("error", out _));
    }

    [Fact]
    public void A_private_key_is_for_its_owner_alone_and_never_written_over()
    {
        var (key, _) = MakeKey("rsa");
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        var before = File.ReadAllText(key);

        var again = Run("dkim", "keygen", "--domain", "example.com", "--selector", "s1", "--out", key, "--lang", "en");

        Assert.Equal(3, again.Status);
        Assert.Contains("is there already", again.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(key));
    }

    [Fact]
    public void A_message_that_was_sealed_has_a_chain_that_passes()
    {
        var (key, zone) = MakeKey("rsa");
        var message = _folder.Write("plain.eml", "Authentication-Results: mx.example.com; spf=pass\r\n" + Message);
        var seal = Run(
            "arc", "seal", message, "--key", key, "--domain", "example.com", "--selector", "s1", "--authserv-id", "mx.example.com", "--zone", zone, "--resolver", "none");
        var sealedMessage = _folder.Write("sealed.eml", seal.Output);

        var verify = Run("arc", "verify", sealedMessage, "--zone", zone, "--resolver", "none", "--lang", "en");
        var without = Run("arc", "verify", message, "--zone", zone, "--resolver", "none", "--lang", "ja");

        Assert.Equal((0, 0, 0, ""), (seal.Status, verify.Status, without.Status, seal.Error));
        Assert.StartsWith("pass: the ARC chain is whole (1 set).\n", verify.Output, StringComparison.Ordinal);
        Assert.StartsWith("none：ARCチェーンがありません。", without.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dkim", "verify")]
    [InlineData("dkim", "verify", "--batch", "x.eml")]
    [InlineData("dkim", "verify", "x.eml", "--time", "tomorrow")]
    [InlineData("dkim", "sign", "x.eml")]
    [InlineData("dkim", "sign", "x.eml", "--domain", "example.com", "--selector", "a b", "--key", "x")]
    [InlineData("dkim", "sign", "x.eml", "--domain", "example.com", "--selector", "s", "--key", "x", "--headers", "to:subject")]
    [InlineData("dkim", "sign", "x.eml", "--domain", "example.com", "--selector", "s", "--key", "x", "--canonicalization", "strict")]
    [InlineData("dkim", "sign", "x.eml", "--domain", "example.com", "--selector", "s", "--key", "x", "--identity", "a@example.net")]
    [InlineData("dkim", "keygen", "--domain", "example.com", "--selector", "s")]
    [InlineData("dkim", "keygen", "--domain", "example.com", "--selector", "s", "--out", "x", "--bits", "512")]
    [InlineData("dkim", "keygen", "--domain", "nodots", "--selector", "s", "--out", "x")]
    [InlineData("dkim", "verfy")]
    [InlineData("arc", "seal", "x.eml", "--domain", "example.com", "--selector", "s", "--key", "x")]
    [InlineData("arc", "seal", "x.eml", "--domain", "example.com", "--selector", "s", "--key", "x", "--authserv-id", "a;b")]
    public void Wrong_arguments_end_with_2_and_an_example(params string[] args)
    {
        var run = Run(args);

        Assert.Equal((2, ""), (run.Status, run.Output));
        Assert.Contains("todoku: Example: todoku ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_can_t_be_read_ends_with_3()
    {
        Assert.Equal(3, Run("dkim", "verify", _folder["none.eml"]).Status);
        Assert.Equal(3, Run("dkim", "verify", _folder.Write("empty.eml", "")).Status);
        Assert.Equal(3, Run("arc", "verify", _folder.Write("empty.eml", "")).Status);
        Assert.Equal(0, Run("arc", "verify", _folder.Write("empty.eml", ""), "--json").Status);
        Assert.Equal(3, Run("arc", "verify", _folder["."]).Status);
        Assert.Equal(3, Run("dkim", "sign", _folder.Write("m.eml", Message), "--domain", "example.com", "--selector", "s", "--key", _folder.Write("k", "x")).Status);
    }

    private (string Key, string Zone) MakeKey(string type)
    {
        var key = _folder[$"{type}.key"];
        var run = Run("dkim", "keygen", "--domain", "example.com", "--selector", "s1", "--type", type, "--out", key, "--lang", "en");
        Assert.Equal(0, run.Status);
        var record = run.Output[run.Output.IndexOf("s1._domainkey", StringComparison.Ordinal)..run.Output.IndexOf("\n\nThe same", StringComparison.Ordinal)];
        return (key, _folder.Write("zone", $"$TTL 60\n{record}\n"));
    }

    private string Sign(string key)
    {
        var run = Run("dkim", "sign", _folder.Write("m.eml", Message), "--key", key, "--domain", "example.com", "--selector", "s1");
        Assert.Equal(0, run.Status);
        return _folder.Write("signed.eml", run.Output);
    }

    private static (int Status, string Output, string Error) Run(params string[] args)
    {
        var console = new TestConsole { Environment = { ["LANG"] = "C" } };
        var status = console.Run(args);
        return (status, console.Output, console.Error);
    }
}
