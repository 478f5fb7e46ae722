using Todoku.Diagnosis.Reports.Escaping;

namespace Todoku.Diagnosis.Tests.Reports;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("plain ASCII <&>", "plain ASCII <&>")]
    [InlineData("日本語もそのまま（全角）", "日本語もそのまま（全角）")]
    [InlineData("\u001b[31mred\u001b[0m", "\\x1b[31mred\\x1b[0m")]
    [InlineData("a\tb\r\nc\0", "a\\tb\\r\\nc\\x00")]
    [InlineData("csi \u009b1m", "csi \\x9b1m")]
    [InlineData("file\u202egnp.exe", "file\\u202egnp.exe")]
    [InlineData("zero\u200bwidth\ufeff", "zero\\u200bwidth\\ufeff")]
    [InlineData("line\u2028sep", "line\\u2028sep")]
    [InlineData("tag \U000e0041", "tag \\U000e0041")]
    [InlineData("emoji 😀 é", "emoji 😀 é")]
    public void Shows_what_can_not_be_seen_as_an_escape(string text, string expected) => Assert.Equal(expected, VisibleText.Escape(text));

    [Fact]
    public void Shows_half_a_surrogate_pair_as_an_escape() => Assert.Equal("half \\ud800 pair", VisibleText.Escape("half \ud800 pair"));

    [Fact]
    public void Leaves_the_line_breaks_of_our_own_texts() => Assert.Equal("a\nb\\x07", VisibleText.EscapeLines("a\nb\u0007"));

    [Theory]
    [InlineData("a|b *c* _d_ [e](f) <g> & ~h~", "a\\|b \\*c\\* \\_d\\_ \\[e\\](f) &lt;g&gt; &amp; \\~h\\~")]
    [InlineData("run `a*b` now", "run `a*b` now")]
    public void Escapes_markup_in_Markdown(string text, string expected) => Assert.Equal(expected, MarkdownText.Escape(text));

    [Fact]
    public void A_code_span_can_not_be_closed_from_within()
    {
        Assert.Equal("```` ``` ````", MarkdownText.CodeSpan("```"));
        Assert.StartsWith("````text\n", MarkdownText.CodeBlock("x ``` y", ""), StringComparison.Ordinal);
    }
}
