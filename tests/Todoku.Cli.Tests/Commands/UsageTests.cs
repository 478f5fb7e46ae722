namespace Todoku.Cli.Tests.Commands;

public sealed class UsageTests
{
    [Theory]
    [InlineData("diagnose", "--sinze", "7d")]
    [InlineData("diagnose", "--since", "yesterday-ish")]
    [InlineData("diagnose", "--since")]
    [InlineData("diagnose", "--since", "2026-05-16", "--until", "2026-05-15")]
    [InlineData("diagnose", "--format", "pdf")]
    [InlineData("diagnose", "--json", "--format", "html")]
    [InlineData("diagnose", "--time-zone", "Nowhere/Land")]
    [InlineData("diagnose", "--offline", "--resolver", "192.0.2.53")]
    [InlineData("diagnose", "--offline", "--zone", "x.zone")]
    [InlineData("diagnose", "--lang", "fr")]
    [InlineData("diagnose", "--follow", "--format", "html", "x.log")]
    [InlineData("diagnose", "--follow", "-o", "x.txt", "x.log")]
    [InlineData("explain")]
    [InlineData("explain", "--batch", "text")]
    [InlineData("completion")]
    [InlineData("completion", "tcsh")]
    [InlineData("diagnosis")]
    public void Wrong_arguments_end_with_2_and_an_example_in_both_languages(params string[] args)
    {
        var english = new TestConsole { Environment = { ["LANG"] = "en_US.UTF-8" } };
        var japanese = new TestConsole { Environment = { ["LANG"] = "ja_JP.UTF-8" } };

        Assert.Equal(2, english.Run(args));
        Assert.Equal(2, japanese.Run(args));

        Assert.Contains("Example: todoku", english.Error, StringComparison.Ordinal);
        Assert.Contains("例：todoku", japanese.Error, StringComparison.Ordinal);
        Assert.Equal("", english.Output + japanese.Output);
        Assert.DoesNotContain(" at Todoku", english.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_option_that_was_meant()
    {
        var console = new TestConsole();

        console.Run("diagnose", "--formt", "json");

        Assert.Contains("'--formt' is not known here. Did you mean '--format'?", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Behind_two_dashes_everything_is_a_path()
    {
        var console = new TestConsole();

        Assert.Equal(3, console.Run("diagnose", "--lang", "en", "--", "--odd.log"));

        Assert.Contains("--odd.log: no such file", console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en_US.UTF-8", "", "Usage")]
    [InlineData("ja_JP.UTF-8", "", "使い方")]
    [InlineData("ja_JP.UTF-8", "en", "Usage")]
    [InlineData("C", "ja", "使い方")]
    public void Chooses_the_language_by_option_then_locale(string lang, string option, string expected)
    {
        var console = new TestConsole { Environment = { ["LANG"] = lang } };

        Assert.Equal(0, console.Run(option.Length > 0 ? ["diagnose", "--help", "--lang", option] : ["diagnose", "--help"]));

        Assert.Contains(expected, console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_locale_variable_that_is_set_decides()
    {
        var console = new TestConsole { Environment = { ["LC_ALL"] = "C", ["LANG"] = "ja_JP.UTF-8" } };

        console.Run("--help");

        Assert.Contains("Usage", console.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("diagnose", "--help")]
    [InlineData("explain", "--help")]
    [InlineData("completion", "--help")]
    public void Help_fits_a_screen_of_80_columns_and_names_every_option(params string[] args)
    {
        foreach (var lang in new[] { "en", "ja" })
        {
            var console = new TestConsole { Environment = { ["LANG"] = lang } };

            Assert.Equal(0, console.Run(args));

            Assert.All(console.Output.Split('\n'), line => Assert.True(Todoku.Diagnosis.Reports.Text.Columns.Of(line) <= 80, line));
            Assert.Contains("--help", console.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Shows_the_version()
    {
        var console = new TestConsole();

        Assert.Equal(0, console.Run("--version"));

        Assert.Matches(@"^todoku \d+\.\d+\.\d+\n$", console.Output);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    public void Completion_knows_verbs_and_options(string shell)
    {
        var console = new TestConsole();

        Assert.Equal(0, console.Run("completion", shell));

        foreach (var word in new[] { "diagnose", "explain", "since", "redact-all", "batch", "markdown" }) Assert.Contains(word, console.Output, StringComparison.Ordinal);
    }
}
