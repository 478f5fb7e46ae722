using System.Globalization;
using Todoku.Mail.Internationalized;

namespace Todoku.Mail.Tests.Internationalized;

public sealed class ReadableNamesTests
{
    [Theory]
    [InlineData("日本語.jp")]
    [InlineData("ドメイン名例.jp")]
    [InlineData("はじめよう.みんな")]
    [InlineData("webサーバー.jp")]
    [InlineData("東京2020.jp")]
    [InlineData("mail.日本語.jp")]
    [InlineData("bücher.example")]
    [InlineData("café-crème.fr")]
    [InlineData("пример.рф")]
    [InlineData("παράδειγμα.δοκιμή")]
    [InlineData("예시.한국")]
    [InlineData("例子.中国")]
    [InlineData("ตัวอย่าง.ไทย")]
    [InlineData("דוגמה.example")]
    public void Names_of_one_writing_are_shown_with_both(string name)
    {
        var ascii = DomainName.Parse(name).ToString();

        Assert.Equal(name, ReadableNames.Of(ascii));
        Assert.Equal($"{name} ({ascii})", ReadableNames.In(ascii));
    }

    [Theory]
    // Look-alikes: Cyrillic for Latin, whole and in part; Greek; a mix of scripts.
    [InlineData("аррӏе.com")]
    [InlineData("pаypal.com")]
    [InlineData("gооgle.com")]
    [InlineData("νικι.com")]
    [InlineData("例яя.jp")]
    [InlineData("καфе.com")]
    // Kana and ideographs for a slash or a stroke.
    [InlineData("example.comノlogin.jp")]
    [InlineData("aー.jp")]
    [InlineData("ーー.jp")]
    [InlineData("exampleニ.jp")]
    // Letters that only look like ASCII, punctuation, symbols, and what can't be seen.
    [InlineData("dıscount.com")]
    [InlineData("a·b.com")]
    [InlineData("☃.example")]
    [InlineData("例・例.jp")]
    public void Hostile_names_stay_as_they_are(string name)
    {
        var ascii = Ascii(name);

        Assert.Null(ReadableNames.Of(ascii));
        Assert.Equal(ascii, ReadableNames.In(ascii));
    }

    [Theory]
    [InlineData("xn--")]
    [InlineData("xn--a")]
    [InlineData("xn--99999999999")]
    [InlineData("xn--wgv71a119e-.jp")]
    [InlineData("xn--xn--wgv71a119e-.jp")]
    // A label that is another one in disguise: it decodes, and encodes to something else.
    [InlineData("xn--example-.jp")]
    [InlineData("XN--ABC.jp")]
    public void What_is_no_label_stays(string name) => Assert.Equal(name, ReadableNames.In(name));

    [Fact]
    public void In_a_text_a_name_has_its_other_form_once()
    {
        Assert.Equal(
            "DKIM of 日本語.jp (xn--wgv71a119e.jp): mail.日本語.jp (mail.xn--wgv71a119e.jp), and 日本語.jp.",
            ReadableNames.In("DKIM of xn--wgv71a119e.jp: mail.xn--wgv71a119e.jp, and xn--wgv71a119e.jp."));
        Assert.Equal("info@日本語.jp (xn--wgv71a119e.jp)", ReadableNames.In("info@xn--wgv71a119e.jp"));
        Assert.Equal("「日本語.jp (xn--wgv71a119e.jp)」が", ReadableNames.In("「xn--wgv71a119e.jp」が"));
    }

    [Theory]
    [InlineData("https://mta-sts.xn--wgv71a119e.jp/.well-known/mta-sts.txt")]
    [InlineData("xn--wgv71a119e.jp:25")]
    [InlineData("example.com")]
    [InlineData("")]
    public void What_is_copied_stays(string text) => Assert.Equal(text, ReadableNames.In(text));

    [Fact]
    public void No_text_of_a_stranger_breaks_it()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var label = string.Concat(Enumerable.Range(0, random.Next(0, 30)).Select(_ => "abcdefghijklmnopqrstuvwxyz0123456789-"[random.Next(37)]));
            var shown = ReadableNames.In($"xn--{label}.jp");
            Assert.Contains($"xn--{label}.jp", shown, StringComparison.Ordinal);
        }
    }

    private static string Ascii(string name) => string.Join('.', name.Split('.').Select(label => new IdnMapping { UseStd3AsciiRules = false }.GetAscii(label)));
}
