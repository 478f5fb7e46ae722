using System.Text;

namespace Todoku.Mail.Tests;

public sealed class EnhancedStatusCodeTests
{
    [Theory]
    [InlineData("5.7.26 text", 5, 7, 26, 6)]
    [InlineData("4.0.0", 4, 0, 0, 5)]
    [InlineData("2.1.5 ok", 2, 1, 5, 5)]
    [InlineData("5.999.999", 5, 999, 999, 9)]
    [InlineData("5.7.515 x", 5, 7, 515, 7)]
    [InlineData("5.1.1.", 5, 1, 1, 5)]
    [InlineData("5.1.1:", 5, 1, 1, 5)]
    public void Reads_a_code_and_its_length(string text, int kind, int subject, int detail, int length)
    {
        Assert.True(EnhancedStatusCode.TryParsePrefix(Encoding.ASCII.GetBytes(text), out var code, out var taken));
        Assert.Equal((kind, subject, detail, length), (code.Class, code.Subject, code.Detail, taken));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5.1")]
    [InlineData("5.1.")]
    [InlineData("3.1.1")]
    [InlineData("5,1,1")]
    [InlineData("5..1")]
    [InlineData("5.1.1000")]
    [InlineData("5.1000.1")]
    [InlineData("5.7.1.2")]
    [InlineData("55.1.1")]
    public void Rejects_what_is_no_code(string text) => Assert.False(EnhancedStatusCode.TryParsePrefix(Encoding.ASCII.GetBytes(text), out _, out _));

    [Fact]
    public void Knows_the_filler() => Assert.True(new EnhancedStatusCode(5, 0, 0).IsFiller && !new EnhancedStatusCode(5, 1, 0).IsFiller && !default(EnhancedStatusCode).IsFiller);

    [Fact]
    public void Writes_as_read() => Assert.Equal(("5.7.26", ""), (new EnhancedStatusCode(5, 7, 26).ToString(), default(EnhancedStatusCode).ToString()));
}
