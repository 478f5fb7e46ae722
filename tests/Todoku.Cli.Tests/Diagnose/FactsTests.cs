using System.Text.Json;

namespace Todoku.Cli.Tests.Diagnose;

/// <summary>DNS beside the log, on the command line.</summary>
public sealed class FactsTests
{
    [Fact]
    public void Shows_what_a_zone_file_says_with_the_record_to_publish()
    {
        using var folder = new TemporaryFolder();
        var console = new TestConsole();

        Assert.Equal(1, console.Run("diagnose", folder.Write("mail.log", LogText.RefusedByGoogle()), "--zone", folder.Write("x.zone", "shop.example. A 192.0.2.9\n"), "--resolver", "none", "--lang", "en"));

        Assert.Contains("DNS now: ", console.Output, StringComparison.Ordinal);
        Assert.Contains("        shop.example. IN TXT \"v=spf1 ip4:192.0.2.10 ~all\"\n", console.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not-asked", "--offline")]
    [InlineData("no-answer", "--resolver", "none")]
    public void Says_why_no_facts_are_known_and_ends_as_ever(string reason, params string[] options)
    {
        using var folder = new TemporaryFolder();
        var console = new TestConsole();

        Assert.Equal(1, console.Run(["diagnose", folder.Write("mail.log", LogText.RefusedByGoogle()), "--json", .. options]));

        using var json = JsonDocument.Parse(console.Output);
        Assert.False(json.RootElement.GetProperty("facts_known").GetBoolean());
        Assert.Equal(reason, json.RootElement.GetProperty("facts_reason").GetString());
        Assert.Equal("ip-reputation", json.RootElement.GetProperty("findings")[0].GetProperty("cause").GetString());
    }

    [Fact]
    public void The_trace_keeps_out_of_JSON()
    {
        using var folder = new TemporaryFolder();
        var console = new TestConsole();

        Assert.Equal(1, console.Run(
            "diagnose", folder.Write("mail.log", LogText.RefusedByGoogle()), "--zone", folder.Write("x.zone", "other.example. A 192.0.2.9\n"), "--resolver", "none", "--json", "--trace", "--lang", "en"));

        using var json = JsonDocument.Parse(console.Output);
        Assert.True(json.RootElement.GetProperty("facts_known").GetBoolean());
        Assert.Contains("TXT ", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_that_the_README_names_works()
    {
        var console = new TestConsole();
        var samples = Samples();

        Assert.Equal(1, console.Run(
            "diagnose", Path.Combine(samples, "logs", "google-reputation.log"), "--domain", "shop.example",
            "--zone", Path.Combine(samples, "zones", "google-reputation.zone"), "--resolver", "none", "--lang", "en"));

        Assert.Contains("addresses around it are on Spamhaus", console.Output, StringComparison.Ordinal);
        Assert.Equal("", console.Error);
    }

    private static string Samples([System.Runtime.CompilerServices.CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Todoku.slnx"))) folder = Path.GetDirectoryName(folder);
        return Path.Combine(folder ?? "", "samples");
    }
}
