using Todoku.Apply.Postfix;

namespace Todoku.Apply.Tests.Postfix;

/// <summary>The text of a lookup table.</summary>
public sealed class LookupTableTests
{
    [Fact]
    public void A_new_key_comes_last() => Assert.Equal("# logins\n[a]:587 u:p\n[b]:587    x:y\n", LookupTable.Set("# logins\n[a]:587 u:p", "[b]:587", "x:y"));

    [Fact]
    public void A_known_key_has_its_line_replaced_with_what_continues_it() =>
        Assert.Equal("[b]:587    x:y\nz 1\n", LookupTable.Set("[B]:587 u:\n  p\nz 1\n", "[b]:587", "x:y"));

    [Fact]
    public void The_same_again_changes_nothing() => Assert.Equal("[b]:587\tx:y  \n", LookupTable.Set("[b]:587\tx:y  \n", "[b]:587", "x:y"));

    [Theory]
    [InlineData("#key", "v")]
    [InlineData("a b", "v")]
    [InlineData("key", "v\nother v")]
    public void More_than_one_line_is_refused(string key, string value) => Assert.Throws<ArgumentException>(() => LookupTable.Set("", key, value));
}
