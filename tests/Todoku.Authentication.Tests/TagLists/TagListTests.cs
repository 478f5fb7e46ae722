using System.Text;
using CsCheck;
using Todoku.Authentication.TagLists;

namespace Todoku.Authentication.Tests.TagLists;

public sealed class TagListTests
{
    [Theory]
    [InlineData("a=1", "a:1")]
    [InlineData("a=1;", "a:1")]
    [InlineData("a=1; ", "a:1")]
    [InlineData(" a = 1 ; b=\r\n 2", "a:1 b:2")]
    [InlineData("a=1=2", "a:1=2")]
    [InlineData("a=", "a:")]
    [InlineData("a=x y; A=2", "a:x y A:2")]
    [InlineData("a_1=x", "a_1:x")]
    [InlineData("x-a=x", "x-a:x")]
    public void Reads_tags(string text, string expected)
    {
        Assert.True(TagList.TryParse(Encoding.Latin1.GetBytes(text), out var list, out _));
        Assert.Equal(expected, string.Join(' ', list.Tags.Select(tag => $"{TagValue.Text(tag.Name)}:{TagValue.Text(tag.Value)}")));
    }

    [Theory]
    [InlineData("", TagListProblem.EmptyTag, 0)]
    [InlineData(";", TagListProblem.EmptyTag, 0)]
    [InlineData("a=1;;b=2", TagListProblem.EmptyTag, 4)]
    [InlineData("a=1; ;", TagListProblem.EmptyTag, 5)]
    [InlineData("a", TagListProblem.NoEqualsSign, 0)]
    [InlineData("a=1; b", TagListProblem.NoEqualsSign, 5)]
    [InlineData("=1", TagListProblem.BadName, 0)]
    [InlineData("1a=1", TagListProblem.BadName, 0)]
    [InlineData("a b=1", TagListProblem.BadName, 0)]
    [InlineData("a=1; a=1", TagListProblem.DuplicateTag, 5)]
    [InlineData("a=\0", TagListProblem.BadValue, 0)]
    public void Says_where_it_is_wrong(string text, TagListProblem problem, int offset)
    {
        Assert.False(TagList.TryParse(Encoding.Latin1.GetBytes(text), out _, out var error));
        Assert.Equal(new TagListError(problem, offset), error);
    }

    [Fact]
    public void Holds_its_limits()
    {
        Assert.False(TagList.TryParse(Encoding.ASCII.GetBytes(string.Join(';', Enumerable.Range(0, TagList.MaxTags + 1).Select(i => $"t{i}=1"))), out _, out var many));
        Assert.Equal(TagListProblem.TooManyTags, many.Problem);
        Assert.False(TagList.TryParse(new byte[TagList.MaxLength + 1], out _, out var @long));
        Assert.Equal(TagListProblem.TooLong, @long.Problem);
    }

    [Theory]
    [InlineData("QUJD", "ABC")]
    [InlineData("Q U\r\n JD", "ABC")]
    [InlineData("QUI=", "AB")]
    [InlineData("QUI", "AB")]
    [InlineData("Q", null)]
    [InlineData("QU=D", null)]
    [InlineData("QUJ!", null)]
    [InlineData("", "")]
    public void Reads_base64(string text, string? expected) =>
        Assert.Equal(expected, TagValue.Base64(Encoding.ASCII.GetBytes(text)) is { } octets ? Encoding.ASCII.GetString(octets) : null);

    [Fact]
    public void Never_throws() => Gen.Byte.Array[0, 200].Sample(octets => TagList.TryParse(octets, out _, out _) || true);
}
