using Todoku.Diagnosis.Reports;
using Todoku.Diagnosis.Reports.Redaction;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Tests.Reports;

public sealed class RedactionTests
{
    private readonly AddressMask _mask = new(new Pseudonyms());

    [Theory]
    [InlineData("to=<taro.yamada@example.com>, x", "to=<u1@example.com>, x")]
    [InlineData("sasl_username=info@example.com", "sasl_username=u1@example.com")]
    [InlineData("from=<bounce+taro=example.com@list.example>", "from=<u1@list.example>")]
    [InlineData("<\"john doe\"@example.com>: gone", "<u1@example.com>: gone")]
    [InlineData("see https://x.example/?e=taro%40example.com&c=1", "see https://x.example/?e=u1%40example.com&c=1")]
    [InlineData("550 taro.yamada: no such user (<taro.yamada@example.com>)", "550 u1: no such user (<u1@example.com>)")]
    [InlineData("宛先 <山田@例え.jp>", "宛先 <u1@例え.jp>")]
    [InlineData("at @ alone and a @b", "at @ alone and a @b")]
    [InlineData("no address", "no address")]
    public void Masks_the_local_part_of_every_address(string text, string expected) => Assert.Equal(expected, _mask.Mask(text));

    [Fact]
    public void The_same_address_has_the_same_mask_everywhere()
    {
        Assert.Equal("u1@a.example u2@a.example", _mask.Mask("x@a.example y@a.example"));
        Assert.Equal("u2@A.example u3@b.example u1@a.example", _mask.Mask("Y@A.example x@b.example x@a.example"));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("markdown")]
    [InlineData("html")]
    public void No_format_shows_what_is_masked(string format)
    {
        var layout = new ReportLayout { Verbose = true };
        var addresses = GoldenReportTests.Write(SampleDiagnosis.Story(), format, Language.English, layout, RedactionLevel.Addresses);
        var everything = GoldenReportTests.Write(SampleDiagnosis.Story(), format, Language.English, layout, RedactionLevel.SenderToo);

        Assert.DoesNotContain("yamada", addresses + everything, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("web1.hosting.example", addresses, StringComparison.Ordinal);
        Assert.DoesNotContain("hosting.example", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("web1", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("192.0.2.10", everything, StringComparison.Ordinal);
        Assert.Contains("aspmx.l.google.com", everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("markdown")]
    [InlineData("html")]
    public void Facts_are_masked_too(string format)
    {
        var layout = new ReportLayout { Verbose = true };
        var addresses = GoldenReportTests.Write(SampleDiagnosis.WithFacts(), format, Language.English, layout, RedactionLevel.Addresses);
        var everything = GoldenReportTests.Write(SampleDiagnosis.WithFacts(), format, Language.English, layout, RedactionLevel.SenderToo);

        Assert.DoesNotContain("yamada", addresses + everything, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("ip4:192.0.2.10 include:spf.agency.example", addresses, StringComparison.Ordinal);
        foreach (var own in new[] { "hosting", "web1", "192.0.2.10", "192.0.2.0/24", "10.2.0.192", "spf.agency" })
            Assert.DoesNotContain(own, everything, StringComparison.Ordinal);
        Assert.Contains("d1.example", everything, StringComparison.Ordinal);
        Assert.Contains("v=spf1 ...", everything, StringComparison.Ordinal);
    }
}
