using Todoku.Relay.Bounces.Notices;

namespace Todoku.Relay.Tests.Bounces.Notices;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("550 no", "550 no")]
    [InlineData(" a\r\n\t b ", "a b")]
    [InlineData("a\0b", "a\uFFFDb")]
    [InlineData("a\u001Bb", "a\uFFFDb")]
    [InlineData("a\u202Eb", "a\uFFFDb")]
    [InlineData("a\u200Bb", "a\uFFFDb")]
    [InlineData("a\u2028b", "a b")]
    [InlineData("a\u0085b", "a b")]
    [InlineData("空き　なし", "空き　なし")]
    [InlineData("12345678901", "1234567890...")]
    public void One_line_holds_nothing_that_ends_it_or_hides(string text, string expected) => Assert.Equal(expected, SafeText.OneLine(text, 10));

    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("a\uFFFDb", SafeText.OneLine(string.Concat("a", (char)0xD800, "b"), 10));

    [Theory]
    [InlineData("user@example.net", "user@example.net")]
    [InlineData("ü@example.net", @"\x{FC}@example.net")]
    [InlineData("\U0001F600", @"\x{1F600}")]
    public void Ascii_spells_what_it_has_not(string text, string expected) => Assert.Equal(expected, SafeText.Ascii(text, 100));
}
