using Todoku.Authentication.MtaSts;

namespace Todoku.Authentication.Tests.MtaSts;

public sealed class MtaStsPolicyTests
{
    [Theory]
    [InlineData("version: STSv1\nmode: enforced\nmx: mx.example.com\nmax_age: 86400", "mode: enforced")]
    [InlineData("version: STSv1\nmx: mx.example.com\nmax_age: 86400", "mode")]
    [InlineData("version: STSv2\nmode: none", "version: STSv2")]
    [InlineData("version: STSv1\nmode: enforce\nmx: mx.example.com\nmax_age: 1 week", "max_age: 1 week")]
    [InlineData("version: STSv1\nmode: enforce\nmax_age: 86400", "mx")]
    [InlineData("version: STSv1\n<html>", "<html>")]
    public void Says_which_line_is_wrong_or_missing(string text, string expected)
    {
        Assert.Null(MtaStsPolicy.Parse(text, out var fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void Reads_a_policy_that_is_right()
    {
        Assert.NotNull(MtaStsPolicy.Parse("version: STSv1\r\nmode: enforce\r\nmx: *.example.com\r\nmax_age: 604800\r\n", out var fault));
        Assert.Equal("", fault);
    }
}
