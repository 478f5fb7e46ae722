using System.Text.Json;
using Todoku.Diagnosis.Reports;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Tests.Reports;

/// <summary>The sample holds escape sequences, bidirectional controls and HTML in its log lines: no format may pass them on.</summary>
public sealed class HostileTextTests
{
    [Theory]
    [InlineData("text", false)]
    [InlineData("text", true)]
    [InlineData("json", false)]
    [InlineData("markdown", false)]
    [InlineData("html", false)]
    public void Control_characters_and_bidirectional_controls_are_never_passed_on(string format, bool verbose)
    {
        var output = Write(format, verbose);

        Assert.DoesNotContain("\e", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202e", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\a", output, StringComparison.Ordinal);
    }

    // In JSON it may stand as it is: who puts JSON into a page escapes it for the page.
    [Fact]
    public void Markup_is_text() => Assert.DoesNotContain("<script", Write("html", verbose: true), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void JSON_gives_log_lines_unaltered()
    {
        using var json = JsonDocument.Parse(Write("json", verbose: false));

        Assert.Equal(SampleDiagnosis.Story().Findings[0].Evidence[0], json.RootElement.GetProperty("findings")[0].GetProperty("evidence")[0].GetString());
    }

    [Fact]
    public void A_reply_puts_nothing_into_a_command_to_copy()
    {
        foreach (var format in new[] { "text", "json", "markdown", "html" }) Assert.DoesNotContain("rm -rf", Write(format, verbose: true), StringComparison.Ordinal);
    }

    private static string Write(string format, bool verbose) =>
        GoldenReportTests.Write(SampleDiagnosis.Story(), format, Language.English, new ReportLayout { Verbose = verbose });
}
