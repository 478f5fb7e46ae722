using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Todoku.Diagnosis.Reports.Json;

namespace Todoku.Diagnosis.Tests.Reports.Json;

/// <summary>Over all of Unicode, beside the framework's encoder with the format characters forbidden.</summary>
public sealed class LegibleJsonEncoderTests
{
    // What the framework escapes for pages of HTML, and the Japanese space.
    private static readonly int[] Legible = ['+', '&', '<', '>', '\'', '`', 0x3000];

    // What the framework takes for text, but nobody sees.
    private static readonly int[] Unseen = [0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x2800, 0x3164, 0xFFA0];

    private static readonly JavaScriptEncoder Framework = JavaScriptEncoder.Create(Settings());

    [Fact]
    public void Within_the_first_plane_it_differs_from_the_framework_s_in_what_is_named_alone()
    {
        var freed = new List<int>();
        var added = new List<int>();
        foreach (var rune in Scalars(0, 0xFFFF))
        {
            var (before, now) = (Framework.WillEncode(rune.Value), SafeJson.Encoder.WillEncode(rune.Value));
            // Every format character is escaped, those too that the framework was not told of.
            if (before && !now) freed.Add(rune.Value);
            else if (now && !before && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format) added.Add(rune.Value);
        }
        Assert.Equal(Legible.Order(), freed);
        Assert.Equal(Unseen, added);
    }

    [Fact]
    public void Beyond_it_what_is_seen_stays_and_the_rest_is_escaped()
    {
        foreach (var rune in Scalars(0x10000, 0x10FFFF))
        {
            var isSelector = rune.Value is >= 0xE0100 and <= 0xE01EF;
            var isSeen = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
            Assert.True(SafeJson.Encoder.WillEncode(rune.Value) == !(isSeen || isSelector), $"U+{rune.Value:X}");
        }
        Assert.Equal("\"😀 𠮷野家\"", Written("😀 𠮷野家"));
    }

    [Fact]
    public void Every_character_is_read_again_as_it_was_whichever_way_it_is_written()
    {
        var text = new StringBuilder();
        foreach (var rune in Scalars(0, 0x10FFFF))
        {
            text.Append(rune);
            if (text.Length < 1000 && rune.Value != 0x10FFFF) continue;
            var whole = text.ToString();
            var (utf16, utf8) = (Written(whole), Written(Encoding.UTF8.GetBytes(whole)));
            Assert.Equal(utf16, utf8);
            Assert.Equal(whole, JsonDocument.Parse(utf16).RootElement.GetString());
            Assert.DoesNotContain(utf16[1..^1].EnumerateRunes(), one => one.Value is not ('"' or '\\') && SafeJson.Encoder.WillEncode(one.Value));
            text.Clear();
        }
    }

    [Theory]
    [InlineData("Tom & \"Anne\" <a+b@example.com>", "\"Tom & \\\"Anne\\\" <a+b@example.com>\"")]
    [InlineData("it's", "\"it's\"")]
    [InlineData("a\\b\n\u001b]0;owned\u0007", "\"a\\\\b\\n\\u001B]0;owned\\u0007\"")]
    [InlineData("\u202ecod.exe", "\"\\u202Ecod.exe\"")]
    [InlineData("お問い合わせ　ありがとう", "\"お問い合わせ　ありがとう\"")]
    [InlineData("a\u00a0b\u200b\ufeff", "\"a\\u00A0b\\u200B\\uFEFF\"")]
    [InlineData("\U000E0041", "\"\\uDB40\\uDC41\"")]
    public void Writes_what_is_expected(string text, string expected) => Assert.Equal(expected, Written(text));

    [Fact]
    public void Half_a_character_is_written_as_a_replacement() => Assert.Equal("\"a\\uFFFDb\"", Written("a\ud83db").Replace("�", "\\uFFFD", StringComparison.Ordinal));

    private static IEnumerable<Rune> Scalars(int from, int to)
    {
        for (var value = from; value <= to; value++)
        {
            if (Rune.IsValid(value)) yield return new Rune(value);
        }
    }

    private static string Written(string text)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, SafeJson.OnOneLine)) json.WriteStringValue(text);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Written(byte[] text)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, SafeJson.OnOneLine)) json.WriteStringValue(text);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static TextEncoderSettings Settings()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        settings.ForbidCharacters('\u00ad', '\u061c', '\u180e', '\ufeff');
        settings.ForbidRange(UnicodeRange.Create('\u200b', '\u200f'));
        settings.ForbidRange(UnicodeRange.Create('\u202a', '\u202e'));
        settings.ForbidRange(UnicodeRange.Create('\u2060', '\u206f'));
        return settings;
    }
}
