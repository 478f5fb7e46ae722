using Todoku.Diagnosis.Reports.Text;

namespace Todoku.Diagnosis.Tests.Reports;

public sealed class ColumnsTests
{
    [Theory]
    [InlineData("abc", 3)]
    [InlineData("日本語", 6)]
    [InlineData("ｶﾅ", 2)]
    [InlineData("e\u0301", 1)]
    [InlineData("が", 2)]
    [InlineData("か\u3099", 2)]
    [InlineData("😀", 2)]
    [InlineData("…─█", 3)]
    public void Counts_the_columns_of_a_terminal(string text, int width) => Assert.Equal(width, Columns.Of(text));

    [Theory]
    [InlineData("日本語テキスト", 7, "日本語…")]
    [InlineData("日本語テキスト", 8, "日本語…")]
    [InlineData("日本語", 6, "日本語")]
    [InlineData("abcdef", 4, "abc…")]
    public void Cuts_to_a_width(string text, int width, string expected)
    {
        Assert.Equal(expected, Columns.Cut(text, width));
        Assert.True(Columns.Of(Columns.Cut(text, width)) <= width);
    }

    [Fact]
    public void Breaks_Japanese_anywhere_but_before_closing_punctuation()
    {
        var lines = LineWrap.Lines("これは長い文です。次の文（括弧付き）もあります。", 16).ToArray();

        Assert.All(lines, line => Assert.True(Columns.Of(line) <= 16, line));
        Assert.All(lines, line => Assert.DoesNotContain(line[0], "。）、」"));
        Assert.All(lines, line => Assert.DoesNotContain(line[^1], "（「"));
        Assert.Equal("これは長い文です。次の文（括弧付き）もあります。", string.Concat(lines));
    }

    [Fact]
    public void Breaks_a_word_that_is_longer_than_a_line()
    {
        var lines = LineWrap.Lines("see https://support.example.com/a/very/long/path/to/a/page now", 20).ToArray();

        Assert.All(lines, line => Assert.True(line.Length <= 20, line));
        Assert.Equal("see https://support.example.com/a/very/long/path/to/a/page now".Replace(" ", "", StringComparison.Ordinal), string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Give it a name. Then wait.", "Give it a name.")]
    [InlineData("Use e.g. this one. Then that.", "Use e.g. this one.")]
    [InlineData("逆引きを設定します。次に待ちます。", "逆引きを設定します。")]
    [InlineData("Run this:\n    dig x", "Run this")]
    [InlineData("dig example.com. TXT", "dig example.com.")]
    [InlineData("no stop", "no stop")]
    public void Takes_the_first_sentence(string text, string expected) => Assert.Equal(expected, FirstSentence.Of(text));
}
