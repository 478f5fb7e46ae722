using Todoku.Diagnosis.Checks.Dkim;

namespace Todoku.Diagnosis.Tests.Checks.Dkim;

public sealed class NextSelectorTests
{
    [Theory]
    [InlineData("s1", "s2")]
    [InlineData("mail", "mail2")]
    [InlineData("key9", "key10")]
    [InlineData("s999", "s1000")]
    [InlineData("20260524", "20260524-2")]
    [InlineData("7", "8")]
    [InlineData("", "")]
    public void Follows(string selector, string next) => Assert.Equal(next, NextSelector.After(selector));

    [Fact]
    public void One_that_fills_its_label_is_not_followed() => Assert.Equal("", NextSelector.After(new string('a', 63)));
}
