namespace Todoku.Mail.Tests;

public sealed class DomainNameTests
{
    [Theory]
    [InlineData("Example.COM", "example.com")]
    [InlineData("example.com.", "example.com")]
    [InlineData("_dmarc.example.com", "_dmarc.example.com")]
    [InlineData("例え.jp", "xn--r8jz45g.jp")]
    [InlineData("BÜCHER.example", "xn--bcher-kva.example")]
    [InlineData(@"odd\032name.example", @"odd\032name.example")]
    public void Reads_what_people_write(string text, string expected) => Assert.Equal(expected, DomainName.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a..b")]
    [InlineData(".a")]
    [InlineData("a b.example")]
    [InlineData("a\0.example")]
    [InlineData(@"a\99.example")]
    [InlineData(@"a\999.example")]
    public void Refuses_what_is_none(string text) => Assert.False(DomainName.TryParse(text, out _));

    [Fact]
    public void Holds_the_limits_of_DNS()
    {
        Assert.True(DomainName.TryParse(new string('a', 63) + ".example", out _));
        Assert.False(DomainName.TryParse(new string('a', 64) + ".example", out _));
        var longest = string.Join('.', Enumerable.Repeat(new string('a', 62), 4)) + ".b";
        Assert.True(DomainName.TryParse(longest, out _));
        Assert.False(DomainName.TryParse(longest + "b", out _));
        Assert.True(DomainName.TryParse(string.Concat(Enumerable.Repeat(@"\001", 63)) + ".example", out _));
    }

    [Fact]
    public void Walks_up_to_the_root()
    {
        var name = DomainName.Parse("a.b.example");

        Assert.Equal(3, name.LabelCount);
        Assert.Equal("b.example", name.Parent.ToString());
        Assert.Equal("example", name.LastLabels(1).ToString());
        Assert.Same(name, name.LastLabels(7));
        Assert.True(name.Parent.Parent.Parent.IsRoot);
        Assert.True(DomainName.Root.Parent.IsRoot);
    }

    [Fact]
    public void Knows_what_lies_below_it()
    {
        var name = DomainName.Parse("example.com");

        Assert.True(DomainName.Parse("a.example.com").IsWithin(name));
        Assert.True(name.IsWithin(name));
        Assert.True(name.IsWithin(DomainName.Root));
        Assert.False(DomainName.Parse("notexample.com").IsWithin(name));
        Assert.False(name.IsWithin(DomainName.Parse("a.example.com")));
    }

    [Fact]
    public void Takes_labels_before_it_unless_it_grows_too_long()
    {
        Assert.True(DomainName.Parse("example.com").TryPrepend("s1._domainkey", out var name));
        Assert.Equal("s1._domainkey.example.com", name.ToString());
        Assert.False(name.TryPrepend("", out _));
        Assert.False(name.TryPrepend(string.Join('.', Enumerable.Repeat(new string('a', 62), 4)), out _));
    }
}
