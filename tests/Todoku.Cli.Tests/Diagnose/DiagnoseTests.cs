using System.Text.Json;

namespace Todoku.Cli.Tests.Diagnose;

public sealed class DiagnoseTests
{
    [Fact]
    public void Tells_who_refuses_and_ends_with_1()
    {
        using var folder = new TemporaryFolder();
        var console = new TestConsole();

        Assert.Equal(1, console.Run("diagnose", folder.Write("mail.log", LogText.RefusedByGoogle()), "--lang", "en"));

        Assert.StartsWith("✗ Google", console.Output, StringComparison.Ordinal);
        Assert.Contains("What to do, in this order", console.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\e", console.Output, StringComparison.Ordinal);
        Assert.Equal("", console.Error);
    }

    [Fact]
    public void Gives_the_same_as_JSON()
    {
        using var folder = new TemporaryFolder();
        var console = new TestConsole();

        Assert.Equal(1, console.Run("diagnose", folder.Write("mail.log", LogText.RefusedByGoogle()), "--json"));

        using var json = JsonDocument.Parse(console.Output);
        Assert.Equal("todoku/diagnose/1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal("google", json.RootElement.GetProperty("findings")[0].GetProperty("provider").GetString());
        Assert.Equal("ip-reputation", json.RootElement.GetProperty("findings")[0].GetProperty("cause").GetString());
    }

    [Fact]
    public void Ends_with_0_when_nothing_is_wrong()
    {
        using var folder = new TemporaryFolder();
        var console = new TestConsole();

        Assert.Equal(0, console.Run("diagnose", folder.Write("mail.log", LogText.RefusedByGoogle(refused: 0)), "--lang", "en"));

        Assert.StartsWith("✓ Nothing to do", console.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("empty.log", "", "is empty")]
    [InlineData("binary.log", "\u0000\u0001\u0002\u0000PNG\u0000\u0000\u0003\u0000\u0000", "is not a text log")]
    [InlineData("access.log", "192.0.2.1 - - [16/May/2026] \"GET / HTTP/1.1\" 200\n", "none of a mail server")]
    public void Says_what_is_the_matter_with_an_input_and_ends_with_3(string name, string content, string expected)
    {
        using var folder = new TemporaryFolder();
        var console = new TestConsole();

        Assert.Equal(3, console.Run("diagnose", folder.Write(name, content), "--lang", "en"));

        Assert.Contains(name, console.Error, StringComparison.Ordinal);
        Assert.Contains(expected, console.Error, StringComparison.Ordinal);
        Assert.Equal("", console.Output);
    }

    [Fact]
    public void Says_that_a_file_is_not_there()
    {
        var console = new TestConsole();

        Assert.Equal(3, console.Run("diagnose", "/no/such/mail.log", "--lang", "en"));

        Assert.Contains("/no/such/mail.log: no such file or folder", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_nothing_lies_in_the_period()
    {
        using var folder = new TemporaryFolder();
        var console = new TestConsole();

        Assert.Equal(3, console.Run("diagnose", folder.Write("mail.log", LogText.RefusedByGoogle()), "--since", "2026-05-18", "--until", "2026-05-19", "--lang", "en"));

        Assert.Contains("no line in the period", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_bad_file_beside_a_good_one_is_only_noted()
    {
        using var folder = new TemporaryFolder();
        var console = new TestConsole();

        Assert.Equal(1, console.Run("diagnose", folder.Write("mail.log", LogText.RefusedByGoogle()), "/no/such.log", "--lang", "en"));

        Assert.Contains("Not read: /no/such.log", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Never_says_all_is_well_when_no_delivery_line_was_understood()
    {
        using var folder = new TemporaryFolder();
        var console = new TestConsole();
        var lines = string.Concat(Enumerable.Range(0, 50).Select(i => $"May 16 10:00:{i:00} web1 postfix/smtp[1]: 4F{i:X4}0000: to=<a{i}@gmail.com, status=@@@ nonsense\n"));

        Assert.Equal(3, console.Run("diagnose", folder.Write("mail.log", lines), "--lang", "en"));

        Assert.StartsWith("? This log can't be read", console.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report.html", "<!DOCTYPE html>")]
    [InlineData("report.md", "# Google")]
    [InlineData("report.json", "{")]
    [InlineData("report.txt", "✗ Google")]
    public void Writes_a_file_in_the_format_of_its_ending(string name, string beginning)
    {
        using var folder = new TemporaryFolder();
        var console = new TestConsole { IsTerminal = true };

        Assert.Equal(1, console.Run("diagnose", folder.Write("mail.log", LogText.RefusedByGoogle()), "-o", folder[name], "--lang", "en"));

        Assert.StartsWith(beginning, File.ReadAllText(folder[name]), StringComparison.Ordinal);
        Assert.Equal("", console.Output);
    }

    [Fact]
    public void Says_that_the_report_could_not_be_written()
    {
        using var folder = new TemporaryFolder();
        var console = new TestConsole();

        Assert.Equal(3, console.Run("diagnose", folder.Write("mail.log", LogText.RefusedByGoogle()), "-o", "/no/such/folder/r.html", "--lang", "en"));

        Assert.StartsWith("todoku: Could not find", console.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "", "", true)]
    [InlineData(true, "1", "", false)]
    [InlineData(true, "", "--no-color", false)]
    [InlineData(false, "", "", false)]
    public void Colours_only_where_they_are_wanted(bool isTerminal, string noColor, string option, bool expected)
    {
        using var folder = new TemporaryFolder();
        var console = new TestConsole { IsTerminal = isTerminal, Environment = { ["NO_COLOR"] = noColor } };
        var path = folder.Write("mail.log", LogText.RefusedByGoogle());

        console.Run(option.Length > 0 ? ["diagnose", path, option] : ["diagnose", path]);

        Assert.Equal(expected, console.Output.Contains("\e[", StringComparison.Ordinal));
    }

    [Fact]
    public void A_knowledge_file_with_an_error_is_named_with_its_line()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["knowledge/providers"]);
        File.WriteAllText(folder["knowledge/providers/x.toml"], "id = \"x\"\nname = [\n");
        var console = new TestConsole();

        Assert.Equal(2, console.Run("diagnose", folder.Write("mail.log", LogText.RefusedByGoogle()), "--knowledge", folder["knowledge"], "--lang", "en"));

        Assert.Contains("x.toml:", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_a_report_can_not_be_written_before_it_reads()
    {
        using var folder = new TemporaryFolder();
        var console = new TestConsole();
        var log = folder.Write("mail.log", "not even looked at");

        Assert.Equal(3, console.Run("diagnose", log, "--output", Path.Combine(log, "none", "report.html"), "--lang", "en"));

        Assert.Contains("Check the path", console.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("..", console.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("mail server", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_no_file_behind_when_there_is_nothing_to_report()
    {
        using var folder = new TemporaryFolder();
        var report = Path.Combine(Path.GetDirectoryName(folder.Write("mail.log", ""))!, "report.html");

        Assert.Equal(3, new TestConsole().Run("diagnose", Path.Combine(Path.GetDirectoryName(report)!, "mail.log"), "--output", report));

        Assert.False(File.Exists(report));
    }
}
