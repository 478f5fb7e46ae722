using System.Runtime.CompilerServices;
using System.Text;
using Todoku.Diagnosis.Reports;
using Todoku.Diagnosis.Reports.Redaction;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Tests.Reports;

/// <summary>
/// Every format in both languages against <c>Cases/</c>. On a difference the new file is written beside the old one with
/// <c>.received</c>: look at it, and move it over the old one when it is right.
/// </summary>
public sealed class GoldenReportTests
{
    [Theory]
    [InlineData("story.en.txt", "text", Language.English, 80, false)]
    [InlineData("story.en.120.txt", "text", Language.English, 120, false)]
    [InlineData("story.en.40.txt", "text", Language.English, 40, false)]
    [InlineData("story.ja.40.txt", "text", Language.Japanese, 40, false)]
    [InlineData("story.ja.txt", "text", Language.Japanese, 80, false)]
    [InlineData("story.en.verbose.txt", "text", Language.English, 100, true)]
    [InlineData("story.ja.verbose.txt", "text", Language.Japanese, 80, true)]
    [InlineData("story.en.json", "json", Language.English, 80, false)]
    [InlineData("story.ja.json", "json", Language.Japanese, 80, false)]
    [InlineData("story.en.md", "markdown", Language.English, 80, false)]
    [InlineData("story.ja.md", "markdown", Language.Japanese, 80, false)]
    [InlineData("story.en.html", "html", Language.English, 80, false)]
    [InlineData("story.ja.html", "html", Language.Japanese, 80, false)]
    public void Writes_the_story(string file, string format, Language language, int width, bool verbose) =>
        Compare(file, Write(SampleDiagnosis.Story(), format, language, new ReportLayout { Width = width, Verbose = verbose }));

    [Theory]
    [InlineData("healthy.en.txt", "text", Language.English)]
    [InlineData("healthy.ja.txt", "text", Language.Japanese)]
    [InlineData("healthy.en.html", "html", Language.English)]
    public void Says_that_nothing_needs_to_be_done(string file, string format, Language language) =>
        Compare(file, Write(SampleDiagnosis.Healthy(), format, language, new ReportLayout()));

    [Theory]
    [InlineData("unreadable.en.txt", Language.English)]
    [InlineData("unreadable.ja.txt", Language.Japanese)]
    public void Says_that_the_log_was_not_understood(string file, Language language) =>
        Compare(file, Write(SampleDiagnosis.Unreadable(), "text", language, new ReportLayout()));

    [Theory]
    [InlineData("too-little.en.txt", Language.English)]
    [InlineData("too-little.ja.txt", Language.Japanese)]
    public void Says_that_the_evidence_is_not_enough(string file, Language language) =>
        Compare(file, Write(SampleDiagnosis.TooLittle(), "text", language, new ReportLayout()));

    [Theory]
    [InlineData("facts.en.txt", "text", Language.English, false)]
    [InlineData("facts.en.verbose.txt", "text", Language.English, true)]
    [InlineData("facts.ja.verbose.txt", "text", Language.Japanese, true)]
    [InlineData("facts.en.json", "json", Language.English, false)]
    [InlineData("facts.en.md", "markdown", Language.English, false)]
    [InlineData("facts.ja.html", "html", Language.Japanese, false)]
    public void Puts_facts_beside_findings(string file, string format, Language language, bool verbose) =>
        Compare(file, Write(SampleDiagnosis.WithFacts(), format, language, new ReportLayout { Verbose = verbose }));

    [Theory]
    [InlineData("network.en.txt", "text", Language.English)]
    [InlineData("network.ja.txt", "text", Language.Japanese)]
    [InlineData("network.ja.md", "markdown", Language.Japanese)]
    public void Says_that_it_is_the_networks_fault_behind_all_other_findings(string file, string format, Language language) =>
        Compare(file, Write(SampleDiagnosis.NetworkListed(), format, language, new ReportLayout()));

    [Theory]
    [InlineData("facts-not-known.en.txt", Language.English)]
    [InlineData("facts-not-known.ja.txt", Language.Japanese)]
    public void Says_that_DNS_did_not_answer(string file, Language language) =>
        Compare(file, Write(SampleDiagnosis.Story() with { Facts = FactState.NoAnswer }, "text", language, new ReportLayout()));

    [Theory]
    [InlineData("redacted.en.verbose.txt", RedactionLevel.Addresses)]
    [InlineData("redacted-all.en.verbose.txt", RedactionLevel.SenderToo)]
    public void Masks_what_must_not_be_shared(string file, RedactionLevel level) =>
        Compare(file, Write(SampleDiagnosis.Story(), "text", Language.English, new ReportLayout { Width = 100, Verbose = true }, level));

    public static string Write(
        DiagnosisResult result, string format, Language language, ReportLayout layout, RedactionLevel redaction = RedactionLevel.None)
    {
        using var output = new MemoryStream();
        var report = SampleTexts.Builder(language).Build(result, redaction);
        Assert.NotNull(ReportFormat.Find(format));
        ReportFormat.Find(format)!.Write(report, output, layout);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static void Compare(string file, string received)
    {
        var path = Path.Combine(Folder(), file);
        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        if (expected != received) File.WriteAllText(path + ".received", received);
        Assert.Equal(expected, received);
    }

    private static string Folder([CallerFilePath] string here = "") => Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(here) ?? "", "Cases")).FullName;
}
